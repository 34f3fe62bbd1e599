// The peer of bench/server.ts: what a team writes first. Four queries for a read, nested in JavaScript and made
// into JSON; a transaction of six statements for an edit. Run with the socket folder and the database as arguments.
import { createServer } from "node:http";
import pg from "pg";

const [socket, database, port] = process.argv.slice(2) as [string, string, string];
const pool = new pg.Pool({ host: socket, user: "remit_owner", database, max: 12 });

const read = async (id: number): Promise<object> => {
  const [matrix, roles, activities, cells] = await Promise.all([
    pool.query("select * from matrix where id = $1", [id]),
    pool.query("select * from role where matrix_id = $1 order by id", [id]),
    pool.query("select * from activity where matrix_id = $1 order by id", [id]),
    pool.query("select * from cell where matrix_id = $1", [id]),
  ]);
  const rows = new Map<number, { cells: Record<string, string> }>(activities.rows.map((row: { id: number; name: string; fields: object }) => [row.id, { id: row.id, name: row.name, ...row.fields, cells: {} }]));
  for (const { activity_id, role_id, letters } of cells.rows as { activity_id: number; role_id: number; letters: string }[]) {
    const row = rows.get(activity_id);
    if (row) row.cells[role_id] = letters;
  }
  return { ...matrix.rows[0], roles: roles.rows, activities: [...rows.values()] };
};

const edit = async (id: number, { row, role, letters }: { row: number; role: number; letters: string }): Promise<object> => {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query("select version from matrix where id = $1 for update", [id]);
    const old = await client.query("select letters from cell where matrix_id = $1 and activity_id = $2 and role_id = $3", [id, row, role]);
    await client.query("insert into cell values ($1, $2, $3, $4, 1) on conflict (matrix_id, activity_id, role_id) do update set letters = excluded.letters, version = cell.version + 1", [id, row, role, letters]);
    const version = await client.query("update matrix set version = version + 1 where id = $1 returning version", [id]);
    await client.query("insert into edit (matrix_id, activity_id, role_id, old, new) values ($1, $2, $3, $4, $5)", [id, row, role, old.rows[0]?.letters ?? null, letters]);
    await client.query("commit");
    return { version: version.rows[0].version };
  } catch (thrown) {
    await client.query("rollback");
    throw thrown;
  } finally {
    client.release();
  }
};

createServer((request, response) => {
  const id = Number(request.url?.split("/")[2]);
  const answer = (work: Promise<object>): void =>
    void work.then(
      (value) => response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(value)),
      (thrown: unknown) => response.writeHead(500).end(String(thrown)),
    );
  if (request.method === "GET") return answer(read(id));
  let body = "";
  request.on("data", (piece) => (body += piece));
  request.on("end", () => answer(edit(id, JSON.parse(body) as { row: number; role: number; letters: string })));
}).listen(Number(port), "127.0.0.1", () => process.stdout.write("up\n"));
