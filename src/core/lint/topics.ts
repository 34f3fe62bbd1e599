import type { KnownRole } from "./register.ts";
import type { Row } from "./row.ts";

/** What a row may be about, recognised by the words of its title. */
export interface Topic {
  readonly bit: number;
  readonly pattern: RegExp;
}

let bit = 1;
function topic(pattern: RegExp): Topic {
  const made = { bit, pattern };
  bit *= 2;
  return made;
}

/** The subjects on which several rules judge. All patterns expect small letters. */
export const TOPIC = {
  backup: topic(/\bback[- ]?ups?\b/),
  /** Any proof that what was saved comes back: restore tests, recovery drills, contingency exercises. */
  restoreTest: topic(
    /\b(?:restor\w*|recover\w*|back[- ]?ups?|contingency|continuity|dr|bcdr|failover)\b.*\b(?:test\w*|drill\w*|exercis\w*|verif\w*|validat\w*|rehears\w*)|\b(?:test|drill|exercis|verif|validat|rehears)\w*\b.*\b(?:restor\w*|recover\w*|back[- ]?ups?|contingency|continuity|dr|bcdr|failover)\b/,
  ),
  patching: topic(/\bpatch(?:es|ing|ed)?\b(?! (?:panel|cable|cord|bay|lead))/),
  vulnerability: topic(/\bvulnerabilit|\bexposure\b|\bcves?\b|\bpen(?:etration)?[- ]?test/),
  siem: topic(/\bsiem\b|\bsentinel\b|\bsplunk\b|\bqradar\b|\bchronicle\b|\blog correlation\b/),
  tuning: topic(/\btun(?:e|es|ing)\b|\bfalse positives?\b|\buse[- ]cases?\b|\b(?:detection|correlation|analytics?|alert(?:ing)?) (?:rules?|engineering|content|logic)\b|\bhunt(?:s|ing)?\b/),
  logs: topic(
    /\b(?:audit|event|security|system|access|siem|server|firewall|application)[- ]logs?\b|\blogs? (?:collection|management|monitoring|reviews?|aggregation|forwarding|ingestion|shipping|sources?|storage|analysis|retention)\b|\b(?:collect|forward|ship|ingest|aggregat|stor|review|monitor|retain|check)\w* (?:\w+ ){0,3}logs\b|\baudit trails?\b|(?<!(?:call|ticket|incident|request|service|issue|fault|time) )\blogging\b(?! (?:calls|tickets|requests|in\b|of (?:calls|tickets|requests)))/,
  ),
  retention: topic(/\bretention\b|\bretain\w*|\barchiv\w+|\bpreserv\w+/),
  edr: topic(/\b(?:edr|xdr)\b|\bendpoint (?:detection|protection|security|agents?)\b|\banti-?virus\b|\banti-?malware\b|\bdefender for endpoint\b|\bcrowdstrike\b|\bsentinelone\b/),
  alert: topic(/\balert(?:s|ing)?\b/),
  triage: topic(/\btriag\w+|\binvestigat\w+|\b(?:handl|respon|analy|assess|escalat|qualif|classif)\w+\b.*\balerts?\b|\balerts?\b.*\b(?:handl|respon|analy|assess|escalat|qualif|classif)\w*/),
  incident: topic(/\bincidents?\b|\bbreach(?:es)?\b|\bransomware\b/),
  responsePlan: topic(/\b(?:response|incident|ir|recovery|continuity|crisis|contingency) (?:\w+ )?(?:plans?|playbooks?|runbooks?|procedures?|polic(?:y|ies))\b|\bplay-?books?\b|\brun-?books?\b|\btable-?tops?\b/),
  encryptionKeys: topic(/\b(?:encrypt\w*|cryptographic|crypto|backup|recovery|bitlocker|signing|master|root) keys?\b|\bkey (?:management|custod\w*|rotation|escrow|storage|vaults?|ceremony|recovery)\b|\bkms\b|\bhsms?\b/),
  encryption: topic(/\bencrypt\w*/),
  firewall: topic(/\bfirewalls?\b/),
  vpn: topic(/\bvpns?\b/),
  privileged: topic(/\bprivileged?\b|\bpam\b|\badmin(?:istrator|istrative)? (?:rights?|access|accounts?|privileges?|roles?|permissions?)\b|\bdomain admins?\b|\broot access\b/),
  /** A thing is altered: rules, settings, rights. */
  change: topic(/\bchang(?:e|es|ing)\b|\bmodif\w+|\b(?:re)?configur\w+|\bdeploy\w*|\bimplement\w*|\badd(?:ing)?\b|\bgrant\w*|\bprovision\w*|\brevo\w+|\bremov\w+|\bassign\w*|\bopen(?:ing)?\b|\bpatch(?:es|ing)?\b|\bupdat\w+|\bupgrad\w+|\brequests?\b/),
  review: topic(/\breview\w*|\brecertif\w*|\battestations?\b|\baudit(?:s|ing|ed)?\b|\bclean-?ups?\b|\bvalidat\w+/),
  certificate: topic(/\b(?:tls|ssl|digital|server|web|wildcard|code[- ]signing)\b.*\bcerts?(?:ificates?)?\b|\bcertificates?\b(?! of\b)(?=.*\b(?:expir|renew|issu|install|deploy|rotat))|\b(?:renew|issu|install|deploy|rotat)\w* (?:\w+ )?certificates?\b(?! of\b)/),
  containment: topic(/\bcontain(?:ment|ing)?\b(?! (?:data|inform|personal))|\bisolat(?:e|es|ing|ion)\b|\bquarantin\w+/),
  riskAcceptance: topic(/\brisks?\b.*\bacceptance\b|\bacceptance of (?:\w+ ){0,2}risks?\b|\baccept(?:s|ing)? (?:\w+ ){0,3}risks?\b/),
  acceptance: topic(/\baccept(?:ance|s|ing)?\b(?! (?:\w+ ){0,3}risks?\b)(?<!\brisk acceptance)(?! (?:use|criteria)\b)/),
  commissioning: topic(/\bcommission\w*|\bgo[- ]live\b|\blaunch\w*/),
  warranty: topic(/\bwarrant(?:y|ies)\b|\brma\b/),
  antivirus: topic(/\banti-?virus\b|\banti-?malware\b|\b(?:av|malware|virus) (?:signatures?|definitions?|polic(?:y|ies)|updates?)\b|\bsignature updates?\b|\bdefinition updates?\b/),
  production: topic(/\bprod(?:uction)?\b.*\b(?:servers?|systems?|databases?|platforms?|environments?|workloads?)\b|\b(?:servers?|systems?|databases?|platforms?)\b.*\bprod(?:uction)?\b/),
  regulator: topic(/\bregulators?\b|\bregulatory (?:bod(?:y|ies)|authorit(?:y|ies)|notif\w+|notices?|filings?|reporting)\b|\b(?:supervisory|data protection) authorit(?:y|ies)\b|\battorneys? general\b|\bdata subjects?\b|\baffected (?:individuals|persons|people)\b|\blegal notice\b|\bbreach notif\w+/),
} as const;

/** A title this long, or with a full stop, is a control's whole text: it mentions everything and is about nothing. */
const PARAGRAPH = 160;
const FULL_STOP = 46;

/**
 * Whether a row is about the topic. Several rules ask about the same one, so the row keeps the answers
 * (as bits) and each topic is looked for once.
 */
export function about({ words, topics }: Pick<Row, "words" | "topics">, { bit, pattern }: Topic): boolean {
  if (topics.asked === 0 && (words.length > PARAGRAPH || words.charCodeAt(words.length - 1) === FULL_STOP)) topics.asked = -1;
  if ((topics.asked & bit) === 0) {
    topics.asked |= bit;
    if (pattern.test(words)) topics.yes |= bit;
  }
  return (topics.yes & bit) !== 0;
}

/**
 * Whether a row says something anywhere: title, goal, notes, evidence, conditions, unread columns.
 * For rules that would call a thing missing: the answer may stand in the small print.
 */
export function mentions({ activity, words, conditional }: Row, pattern: RegExp): boolean {
  if (pattern.test(words)) return true;
  const has = (text: string | undefined): boolean => text !== undefined && pattern.test(text.toLowerCase());
  return (
    has(activity.goal) || has(activity.result) || has(activity.note) || has(activity.cadence?.text) ||
    has(activity.validation?.how) || has(activity.split?.validation) || has(activity.handOff?.input) || has(activity.handOff?.output) ||
    conditional.some((a) => has(a.condition)) ||
    (activity.evidence?.some((e) => has(e.artifact)) ?? false) ||
    (activity.sla?.some((s) => has(s.note)) ?? false) ||
    (activity.reports?.some(has) ?? false) ||
    (activity.procedure?.steps?.some(has) ?? false) ||
    (activity.split?.parts.some((p) => has(p.does)) ?? false) ||
    (activity.columns !== undefined && Object.values(activity.columns).some(has))
  );
}

/** Whether the post looks after security: by its function, or by its name. */
export const guardsSecurity = (role: KnownRole): boolean =>
  /\binfosec\b|security/i.test(role.function ?? "") || /\b(?:info|cyber)?-?sec(?:urity|ops)?\b|\bciso\b|\bsoc\b|\bmssp\b|vulnerabilit|threat/i.test(role.name);

/** The same human, or the same post: nothing one of them does is a check on the other. */
export function sameHands(one: KnownRole, other: KnownRole): boolean {
  return one.id === other.id || (one.humans.length === 1 && other.humans.length === 1 && one.humans[0] === other.humans[0]);
}
