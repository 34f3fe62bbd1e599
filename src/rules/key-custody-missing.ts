import { about, mentions, TOPIC } from "#core/lint/topics.ts";
import type { TallyRule } from "#core/lint/rule.ts";

const CUSTODY = /\bcustod|\bescrow|\bkey[- ]?holder|\bhold(?:s|ing)?\b|\bstor(?:e|es|age|ing)\b|\bkept\b|\bkeep|\bvault|\bsafe\b|\bmanage|\bprotect|\bown/;
const RECOVERY = /\brecover|\brestor|\bescrow|\blost\b|\bbreak[- ]?glass\b|\bsplit\b|\bcopy\b|\bcopies\b/;

export default {
  id: "key-custody-missing",
  reads: "tally",
  severity: "warning",
  summary: "Backups are encrypted, but nobody holds the keys or knows the way back",
  because: "An encrypted backup without its key is deleted data; the key is usually lost together with the server it lay on.",
  remedy: "Write who holds the keys, where the second copy lies, and the steps to recover with them.",
  source: "T15: client-held offsite keys need documented custody and recovery steps",
  avoid: { rows: [{ title: "Encrypt backups", cells: { "Backup Engineer (provider)": "R", "Infrastructure Manager (client)": "A" } }] },
  prefer: {
    rows: [
      { title: "Encrypt backups", cells: { "Backup Engineer (provider)": "R", "Infrastructure Manager (client)": "A" } },
      { title: "Hold the backup encryption keys in custody", goal: "two copies apart, with tested recovery steps", cells: { "Infrastructure Manager (client)": "R A" } },
    ],
  },
  tally(row, _register, add) {
    if (about(row, TOPIC.encryptionKeys)) {
      add(mentions(row, CUSTODY) ? "held" : "used");
      // Only keys of backups have to outlive the systems: other keys are replaced, not recovered.
      if (/back[- ]?up|off-?site/.test(row.words)) add(mentions(row, RECOVERY) ? "way back" : "no way back");
    } else if (about(row, TOPIC.encryption) && about(row, TOPIC.backup)) add("used");
  },
  checkTally(counts, _register, report) {
    if (counts.has("used") && !counts.has("held")) report({ message: "data or backups are encrypted here, but no activity says who holds the keys" });
    else if (counts.has("no way back") && !counts.has("way back")) report({ message: "somebody holds the backup keys, but the steps to recover with them are not written down" });
  },
} satisfies TallyRule;
