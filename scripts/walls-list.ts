import type { IFlattenedRuleSet } from "dependency-cruiser";

type Wall = Extract<NonNullable<IFlattenedRuleSet["forbidden"]>[number], { to: unknown }>;

const wall = (name: string, comment: string, from: Wall["from"], to: Wall["to"]): Wall => ({ name, comment, severity: "error", from, to });

/** The walls of ARCHITECTURE.md. Each says why it stands; `walls.test.ts` breaks them one by one. */
export const FORBIDDEN: Wall[] = [
  wall("no-circles", "two files that need each other are one file, or hide a third", {}, { circular: true }),
  wall("core-knows-nobody", "the core is what Remit means; it must not change when a format, a page or a server does", { path: "^src/core", pathNot: "\\.test\\.tsx?$" }, { path: "^src/(?!core)" }),
  wall("core-does-no-io", "the same core runs in the browser while people type; disk, clock and network are parameters", { path: "^src/core", pathNot: "\\.test\\.tsx?$" }, { dependencyTypes: ["core"] }),
  wall("rules-know-only-the-core", "a rule that leans on another rule cannot be read, waived or removed alone", { path: "^src/rules/[^/]+\\.ts$", pathNot: "(catalogue|\\.test)\\.ts$" }, { path: "^src/(?!core)" }),
  wall("formats-know-only-the-core", "a format turns bytes into a matrix and back; what it means is decided below, what happens to it above", { path: "^src/formats", pathNot: "\\.test\\.tsx?$" }, { path: "^src/(?!core|formats)" }),
  wall("formats-touch-no-disk", "formats run in the browser too: they get bytes and give bytes", { path: "^src/formats", pathNot: "\\.test\\.tsx?$" }, { dependencyTypes: ["core"] }),
  wall("library-knows-only-the-core", "templates and the activity library are content: data about the model", { path: "^src/library", pathNot: "\\.test\\.tsx?$" }, { path: "^src/(?!core|library)" }),
  wall("break-glass-knows-only-the-core", "the card answers where there is nothing else: whatever it leans on would have to go into the file", { path: "^src/breakglass", pathNot: "\\.test\\.tsx?$" }, { path: "^src/(?!core|breakglass)" }),
  wall("break-glass-needs-no-node", "the card is made and read in browsers too", { path: "^src/breakglass", pathNot: "\\.test\\.tsx?$" }, { dependencyTypes: ["core"] }),
  wall("appendix-knows-only-the-core", "what stands in a contract is a pure function of the matrix; how it is set is decided by the press", { path: "^src/appendix", pathNot: "\\.test\\.tsx?$" }, { path: "^src/(?!core|appendix)" }),
  wall("appendix-needs-no-node", "it is previewed in the browser too", { path: "^src/appendix", pathNot: "\\.test\\.tsx?$" }, { dependencyTypes: ["core"] }),
  wall("press-prints-what-it-is-given", "the press sets what it is given: what stands on a card or in an appendix is decided by its contents", { path: "^src/press", pathNot: "\\.test\\.tsx?$" }, { path: "^src/(?!core|breakglass|appendix|formats|press)" }),
  wall("web-stays-in-the-browser", "the page must never reach what only a server may hold", { path: "^src/web", pathNot: "\\.test\\.tsx?$" }, { path: "^src/(accounts|app|db|outside|server|worker|ops|cli|press)/" }),
  wall("web-needs-no-node", "the page runs where there is no Node", { path: "^src/web", pathNot: "\\.test\\.tsx?$" }, { dependencyTypes: ["core"] }),
  wall("cli-works-on-files", "the command line reads and writes files; a workspace is reached through the API", { path: "^src/cli", pathNot: "\\.test\\.tsx?$" }, { path: "^src/(accounts|db|app|server|web)/" }),
  wall("contract-is-shapes", "requests and answers are described once, for server and page; a description reaches nothing", { path: "^src/contract", pathNot: "\\.test\\.tsx?$" }, { path: "^src/(?!core|contract)" }),
  wall("db-is-sql", "the database room holds SQL and nothing that decides; what an edit means is the core's business", { path: "^src/db", pathNot: "\\.test\\.tsx?$" }, { path: "^src/(?!core|db)" }),
  wall("only-db-speaks-to-the-database", "one room holds all SQL, so that one room can be read for what may be seen", { path: "^src/(?!db)", pathNot: "\\.test\\.tsx?$" }, { path: "node_modules/pg/" }),
  wall("app-knows-no-http", "a command or a query is the same whoever asks; the server and the worker stand above it", { path: "^src/app/", pathNot: "\\.test\\.tsx?$" }, { path: "^src/(server|web|cli|outside)" }),
  wall("accounts-know-only-the-database", "who somebody is, is decided before anything of a matrix is touched", { path: "^src/accounts", pathNot: "\\.test\\.tsx?$" }, { path: "^src/(?!accounts|db)" }),
  wall("only-accounts-knows-the-sign-in-library", "one room holds it, so that one room can be read for how somebody gets in", { path: "^src/(?!accounts)" }, { path: "node_modules/(better-auth|@better-auth|kysely|@simplewebauthn/server|openid-client)/" }),
  wall("ops-stand-beside-the-server", "what the operator does works on the database of a Remit, not inside its server", { path: "^src/ops", pathNot: "\\.test\\.tsx?$" }, { path: "^src/(?!ops|db|core)" }),
  wall("server-is-wiring", "nothing may depend on the server: it is the outermost floor", { path: "^src/(?!server)" }, { path: "^src/server" }),
];
