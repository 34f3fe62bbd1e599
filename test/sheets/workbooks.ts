import { writeXlsx } from "hucre/xlsx";

/** Workbooks of our own invention, each with the habits of a kind of sheet met in the wild. */
export const WORKBOOKS: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  /** A title, groups merged over the roles, headings merged across, a legend, a hidden sheet, a total. */
  "grouped-roles": () =>
    writeXlsx({
      sheets: [
        {
          name: "Matrix",
          rows: [
            ["Harbour Foods: who does what", null, null, null, null, null],
            ["ID", "Task", "Harbour Foods client", null, "Provider", null],
            [null, null, "CISO", "IT Manager", "SOC Analyst", "Service Manager"],
            ["Identity", null, null, null, null, null],
            ["ID-1", "Create accounts", "A", "R", null, "I"],
            ["ID-2", "Review rights of administrators", "A/R", "c", "–", "✓"],
            ["Monitoring", null, null, null, null, null],
            ["MON-1", "Look at alerts", "I: Sev 1", "A", "R (day), S (night)", null],
            ["MON-2", "Tune the rules", null, "A", "V", null],
            ["Total", null, 3, 3, 3, 2],
            [null, null, null, null, null, null],
            ["R = Responsible, A = Accountable, C = Consulted, I = Informed, S = Support", null, null, null, null, null],
          ],
          merges: [
            { startRow: 0, startCol: 0, endRow: 0, endCol: 5 },
            { startRow: 1, startCol: 0, endRow: 2, endCol: 0 },
            { startRow: 1, startCol: 1, endRow: 2, endCol: 1 },
            { startRow: 1, startCol: 2, endRow: 1, endCol: 3 },
            { startRow: 1, startCol: 4, endRow: 1, endCol: 5 },
            { startRow: 3, startCol: 0, endRow: 3, endCol: 5 },
            { startRow: 6, startCol: 0, endRow: 6, endCol: 5 },
          ],
        },
        { name: "Read me", rows: [["How to use this workbook"], ["Fill in the letters and send it back to us."]] },
        { name: "Old", hidden: true, rows: [["Task", "CISO", "IT Manager"], ["Create accounts", "R", "A"]] },
      ],
    }),
  /** A stray word above the header, one lane column, prose in hidden columns, ids of its own. */
  "cloud-lanes": () =>
    writeXlsx({
      sheets: [
        { name: "Introduction", rows: [["Health cloud"], ["Shared duties"], ["This sheet tells what the tenant does."]] },
        {
          name: "Requirements",
          columns: [{}, {}, {}, {}, { hidden: true }, { hidden: true }, {}, {}],
          rows: [
            [null, null, null, null, null, null, null, "DRAFT"],
            ["Requirement ID", "Domain Number", "Domain Name", "Requirement Statement", "Azure Responsibilities", "Customer Responsibilities", "Responsibility", "How it is done"],
            ["AC-1", 1, "01 Access", "Accounts are asked for in writing.", "Runs the directory.", "Approves each account.", "Shared", "form 12"],
            ["AC-2", 1, "01 Access", "Leavers lose their rights the same day.", null, "Tells the desk.", "Customer", null],
            ["PE-3", 2, "02 Buildings", "Doors of the halls are locked.", "Guards the halls.", null, "Azure", null],
            ["PE-6", 2, "02 Buildings", "Visitors are written down.", null, null, "customer", null],
            ["CP-9", 3, "03 Copies", "Copies are kept at a second place.", null, null, "Shared", null],
          ],
        },
      ],
    }),
  /** Marks under seven long headers in two rows, statuses beside them, rows nobody has filled in. */
  "origin-marks": () =>
    writeXlsx({
      sheets: [
        {
          name: "Summary",
          rows: [
            ["Implementation summary", null, null, null, null, null, null],
            ["Control ID", "Implementation Status", null, "Control Origination", null, null, null],
            [null, "Implemented", "Planned", "Service Provider Corporate", "Configured by Customer (Customer System Specific)", "Shared (Service Provider and Customer Responsibility)", "Inherited from Earlier Authorization"],
            ["AC-1(a)", "X", null, "X", null, null, null],
            ["AC-1(b)", null, "X", null, "X", null, null],
            ["AC-2(1)", "X", null, null, null, "x", null],
            ["AC-3", null, null, null, null, null, null],
            ["PE-2", "X", null, null, null, null, "X"],
          ],
          merges: [
            { startRow: 0, startCol: 0, endRow: 0, endCol: 6 },
            { startRow: 1, startCol: 0, endRow: 2, endCol: 0 },
            { startRow: 1, startCol: 1, endRow: 1, endCol: 2 },
            { startRow: 1, startCol: 3, endRow: 1, endCol: 6 },
          ],
        },
      ],
    }),
  /** Two sides described in words, with "none" and blanks. */
  "two-sides-in-words": () =>
    writeXlsx({
      sheets: [
        {
          name: "Split",
          rows: [
            ["Security area", "Customer responsibility", "MSSP responsibility", "Notes"],
            ["Backups", "Says what must come back first", "Runs the copies and tests them", "tested twice a year"],
            ["Awareness courses", "Invites people and counts them", "None", null],
            ["Night watch", null, "Watches the alerts and calls the client", null],
          ],
        },
      ],
    }),
};
