import { chromium, type Browser, type Page } from "@playwright/test";
import { afterAll, beforeAll } from "vitest";
import { dropData, freePort, newData, serve, type Served } from "./serving.ts";
import { browserPath } from "./visitor.ts";

/** A Remit of its own with the example company, and its owner before it, for the tests of a file. */
export interface Sitting {
  readonly server: Served;
  readonly browser: Browser;
  readonly page: Page;
  /** The address of the workspace: `http://127.0.0.1:4000/w/…`. */
  readonly workspace: string;
}

/** @param patience how long the page waits for what it looks for, in milliseconds; a busy machine wants more. */
export function sitDown(patience = 10_000): Sitting {
  const data = newData();
  const here = {} as { -readonly [part in keyof Sitting]: Sitting[part] };
  beforeAll(async () => {
    here.server = await serve(data, await freePort());
    here.browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"] });
    const context = await here.browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
    context.setDefaultTimeout(patience);
    here.page = await context.newPage();
    await here.page.goto(`${here.server.url}/enter#${here.server.link}`);
    await here.page.getByLabel("Your name").fill("Ana");
    await here.page.getByRole("button", { name: "Sign in" }).click();
    await here.page.waitForURL(/\/w\/[0-9a-f-]{36}\/matrix/);
    here.workspace = here.page.url().replace(/\/matrix.*$/, "");
  });
  afterAll(async () => {
    await here.browser?.close();
    await here.server?.stop();
    dropData(data);
  });
  return here;
}
