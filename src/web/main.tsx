import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./look/tokens.css";
import "./look/base.css";
import { Page } from "./page.tsx";
import { recall } from "./state/keep.ts";

const place = document.getElementById("page");
if (place) {
  const kept = await recall();
  createRoot(place).render(
    <StrictMode>
      <Page kept={kept} />
    </StrictMode>,
  );
}
