import { useNavigate } from "@tanstack/react-router";
import { useHere } from "./here.ts";

/** The register pages come from their own room; each is told the open draft. */
export function Findings() {
  useHere();
  useNavigate();
  return null;
}
export const People = Findings;
export const Scope = Findings;
export const Print = Findings;
export const Templates = Findings;
