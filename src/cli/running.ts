import { NotRunning, runningDatabase, type DatabaseAddress } from "#ops/where.ts";
import { Unusable } from "./problem.ts";

/** Work on the Remit that runs here. @throws Unusable where none does. */
export async function onRunning<T>(data: string | undefined, work: (address: DatabaseAddress) => Promise<T>): Promise<T> {
  try {
    return await work(runningDatabase(process.env, data));
  } catch (thrown) {
    if (thrown instanceof Unusable) throw thrown;
    if (thrown instanceof NotRunning) throw new Unusable(thrown.message, "start it first with `npm start`, or name its folder with --data");
    const { code, message } = thrown as NodeJS.ErrnoException;
    if (code === "ENOSPC") throw new Unusable("the disk is full", "nothing is left of what was begun");
    if (code === "ENOENT" || code === "EACCES" || code === "EISDIR") throw new Unusable(`cannot write there: ${message}`, "check the name and the rights of the folder");
    throw new Unusable(`the database cannot be used: ${message}`, "is Remit running, and are you the user who runs it?");
  }
}
