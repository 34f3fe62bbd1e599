import { describe, expect, it } from "vitest";
import { body, inbox, postFor, severalIn, vague } from "./vague.ts";

describe("a role name", () => {
  it.each([
    "IT team", "MSP", "MSSP", "Provider", "Service Provider", "Vendor", "the vendor", "Security team", "Internal IT", "Client IT", "IT Operations",
    "Information Security", "Compliance", "Legal", "Business", "Management", "Operations team", "Security department", "Infrastructure",
    "support@example.com", "Change Advisory Board", "Third-party", "Customer", "Help desk", "MSP (primary)", "Internal Audit", "Legal & Compliance",
  ])("`%s` leaves open who that is", (name) => {
    expect(vague(name)).toBe(true);
  });

  it.each([
    "CISO", "CIO", "Security Lead", "AI Lead", "Product Manager", "Requester", "Scrum Master", "Infrastructure Director", "PM", "TPM", "SDM", "Lead SDE",
    "Service Provider Engineer", "Vendor Manager", "Service Desk Manager", "Business System Owner", "Compliance Officer", "PP Admin", "External Auditor",
    "Provider network engineer", "Designated business risk owner", "Team Lead", "SOC", "Service users", "Board Secretary of the CEO", "Head of IT",
  ])("`%s` is specific", (name) => {
    expect(vague(name)).toBe(false);
  });

  it.each(["support@example.com", "SOC mailbox", "Ticket queue"])("`%s` is an inbox", (name) => {
    expect(inbox(name)).toBe(true);
  });

  it("with a post that looks after a queue is no inbox", () => {
    expect(inbox("Queue Manager")).toBe(false);
  });

  it.each([
    ["Internal IT or provider service desk", ["Internal IT", "provider service desk"]],
    ["CIO/CISO", ["CIO", "CISO"]],
    ["Client / Provider", ["Client", "Provider"]],
    ["Security Lead and Infrastructure Manager", ["Security Lead", "Infrastructure Manager"]],
  ])("`%s` names several", (name, parts) => {
    expect(severalIn(name)).toEqual(parts);
  });

  it.each(["Audit and Compliance Officer", "IT/OT Manager", "R&D Manager", "CISO or delegate", "CISO (or deputy)", "Head of Risk & Compliance", "Security Lead", "Sponsor"])(
    "`%s` names one post",
    (name) => {
      expect(severalIn(name)).toBeUndefined();
    },
  );

  it("of a board is a body, of its secretary is not", () => {
    expect(body("Board of Directors")).toBe(true);
    expect(body("Board")).toBe(true);
    expect(body("Steering committee")).toBe(true);
    expect(body("Board Liaison")).toBe(false);
  });

  it("gets a post of its own trade as example", () => {
    expect(postFor("Legal team")).toBe("General Counsel");
    expect(postFor("IT team")).toBe("Infrastructure Manager");
    expect(postFor("MSSP")).toBe("SOC Lead");
    expect(postFor("Some unit")).toBe("Infrastructure Manager");
  });
});
