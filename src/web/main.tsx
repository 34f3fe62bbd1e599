import { StrictMode, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import "./look/tokens.css";
import "./look/base.css";
import { learn } from "./words.ts";

/** The address decides which part of Remit this is; each is loaded only where it is wanted. */
async function wanted(): Promise<ReactNode> {
  const { pathname } = location;
  if (pathname === "/enter") {
    const [{ EnterPage }] = await Promise.all([import("./account/enter-page.tsx"), learn()]);
    return <EnterPage />;
  }
  if (pathname === "/still-correct") {
    const [{ StillCorrectPage }] = await Promise.all([import("./contacts/still-correct-page.tsx"), learn()]);
    return <StillCorrectPage />;
  }
  if (pathname === "/minute-test") {
    const [{ TakePage }] = await Promise.all([import("./minute-test/take-page.tsx"), learn()]);
    return <TakePage />;
  }
  if (pathname === "/sign") {
    const [{ SignPage }] = await Promise.all([import("./versions/sign-page.tsx"), learn()]);
    return <SignPage />;
  }
  if (pathname === "/account" || pathname === "/w" || pathname.startsWith("/w/")) {
    const [{ Shell }] = await Promise.all([import("./shell/shell.tsx"), learn()]);
    return <Shell />;
  }
  const [{ Page }, { recall }] = await Promise.all([import("./page.tsx"), import("./state/keep.ts")]);
  return <Page kept={await recall()} />;
}

const place = document.getElementById("page");
if (place) createRoot(place).render(<StrictMode>{await wanted()}</StrictMode>);
