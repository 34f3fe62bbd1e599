/** Why a function of the database said no. */
export type Denied = "may-not" | "not-found" | "in-the-way" | "gone" | "changed" | "agreed";
const DENIED: Readonly<Record<string, Denied>> = { RM403: "may-not", RM404: "not-found", RM409: "in-the-way", RM410: "gone", RM412: "changed", RM423: "agreed" };

export async function unlessDenied<T>(work: Promise<T>): Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly denied: Denied }> {
  try {
    return { ok: true, value: await work };
  } catch (thrown) {
    const denied = DENIED[(thrown as { code?: string }).code ?? ""];
    if (denied === undefined) throw thrown;
    return { ok: false, denied };
  }
}
