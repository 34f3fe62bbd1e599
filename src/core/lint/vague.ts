/**
 * Names that do not say who (T2): departments, "team", "vendor", a mailbox. A name with a post in it
 * ("Security Lead", "Service Desk Manager") is specific even when it holds such a word.
 */
const POST =
  /\b(lead|leader|head|manager|owner|officer|director|analyst|engineer|architect|administrator|admin|sponsor|counsel|operator|coordinator|specialist|technician|chief|president|vp|auditor|consultant|controller|commander|keeper|custodian|steward|supervisor|responder|handler|dispatcher|assessor|reviewer|approver|developer|tester|trainer|advisor|adviser|agent|representative|liaison|master|expert|sme|dba|buyer|contact|desk|ciso|cio|cto|ceo|cfo|coo|cso|cro|cdo|dpo|mlro|pm|po|tpm|soc|noc|requester|requestor|user|users)\b/i;

const DEPARTMENT =
  "(?:it|ict|information technology|infosec|information security|it security|security|cyber ?security|cyber|operations?|ops|it operations|security operations|infrastructure|it infrastructure|networks?|networking|legal|compliance|finance|accounting|hr|human resources|procurement|purchasing|engineering|development|dev|devops|devsecops|secops|support|it support|technical support|help ?desk|service|warehouse|facilities|executives?|qa|quality|audit|internal audit|external audit|risk|risk management|sales|marketing|product|data|cloud|platform|applications?)";
const ORGANISATION =
  "(?:client|customer|provider|vendor|supplier|msp|mssp|csp|isp|managed (?:security )?services? provider|(?:cloud |security )?service provider|third[- ]part(?:y|ies)|partner|company|business|enterprise|agency|management|senior management|leadership|stakeholders?|integrator|contractors?|manufacturer|external|internal|everyone|everybody|anyone|all|others?|staff|employees|n/?a|tbd|tbc|\\?+)";
const UNNAMED = new RegExp(
  `^(?:the |our )?(?:(?:internal|external|client|customer|provider|vendor|corporate|company|local|central|global|client's|customer's|provider's|msp|mssp)[ -]+)*(?:${DEPARTMENT}|${ORGANISATION})$`,
  "i",
);
const GROUP =
  /\b(team|teams|dept|department|group|staff|division|unit|committee|board|council|office|stakeholders|management|leadership|organi[sz]ation|personnel|provider|vendor|supplier)\b/i;
const INBOX = /@|\b(mailbox|inbox|queue|distribution list|mailing list|hotline)\b/i;
const STAND_IN = /\b(?:and\/)?or\s+(?:(?:a|his|her|their|its|the)\s+)?(?:delegated?|designee|designated|deputy|equivalent|substitute|appointed)\b/i;

const bare = (name: string): string => name.replace(/\([^)]*\)/g, " ").replace(/\s+/g, " ").trim();
const department = (plain: string): boolean => UNNAMED.test(plain) || (GROUP.test(plain) && !POST.test(plain));

/** Whether a role's name is an address or a queue instead of a post. */
export const inbox = (name: string): boolean => INBOX.test(name) && !/\b(manager|owner|lead|administrator)\b/i.test(name);

/**
 * The parts of a role name that names more than one: `Internal IT or provider`, `Legal & Compliance`,
 * `CIO/CISO`. Undefined when it is one post with a long name (`Audit and Compliance Officer`) or has
 * a stand-in (`CISO or delegate`).
 */
export function severalIn(name: string): readonly string[] | undefined {
  const plain = bare(name);
  if (/\bor\b/i.test(plain)) {
    if (STAND_IN.test(plain)) return undefined;
    const either = plain.split(/\s+(?:and\/)?or\s+/i).filter(Boolean);
    return either.length > 1 ? either : undefined;
  }
  const parts = plain.split(/\s*(?:\/|&|\+|,|\band\b)\s*/i).filter(Boolean);
  if (parts.length < 2) return undefined;
  return parts.every(department) || parts.every((part) => POST.test(part) && part.length > 1) ? parts : undefined;
}

/** Whether a role's name leaves open who that is. */
export function vague(name: string): boolean {
  const plain = bare(name);
  return plain === "" || inbox(plain) || department(plain) || (severalIn(plain)?.every(department) ?? false);
}

/** Several people who decide together: fit to be told or asked, but no one of them answers. */
export const body = (name: string): boolean => /\b(board|committee|council)\b/i.test(name) && !POST.test(bare(name));

const POSTS: readonly (readonly [RegExp, string])[] = [
  [/\b(legal)\b/i, "General Counsel"],
  [/\baudit\w*\b/i, "Head of Internal Audit"],
  [/\b(compliance|regulat\w*)\b/i, "Compliance Officer"],
  [/\b(procurement|purchasing)\b/i, "Purchasing Manager"],
  [/\b(hr|human resources)\b/i, "HR Manager"],
  [/\b(finance|accounting)\b/i, "Finance Manager"],
  [/\b(mssp|soc)\b/i, "SOC Lead"],
  [/\b(msp|csp|isp|provider|vendor|supplier|integrator|contractors?|third|partner|external|manufacturer)\b/i, "Service Delivery Manager"],
  [/\b(security|infosec|cyber\w*|secops)\b/i, "Security Lead"],
  [/\b(networks?|networking)\b/i, "Network Engineer"],
  [/\b(support|help ?desk|service)\b/i, "Service Desk Manager"],
  [/\b(dev\w*|engineering|product|applications?|platform|data|qa)\b/i, "Application Owner"],
  [/\b(risk)\b/i, "Business Risk Owner"],
  [/\b(it|ict|infrastructure|operations?|ops|cloud)\b/i, "Infrastructure Manager"],
  [/\b(business|client|customer|company|sales|marketing)\b/i, "Business System Owner"],
  [/\b(management|leadership|executives?|board|committee)\b/i, "Managing Director"],
];

/** A control function that stands apart by its charter: asked or told as a whole, it is no gap. */
export const controlFunction = (name: string): boolean => /^(?:the )?(?:internal |external )?audit(?:ors?)?$/i.test(bare(name));

/** A post that could stand instead of a vague name, as an example for the reader. */
export const postFor = (name: string): string => POSTS.find(([words]) => words.test(name))?.[1] ?? "Infrastructure Manager";
