/**
 * Names that do not say who (T2): departments, "team", "vendor", a mailbox. A name with a post in it
 * ("Security Lead", "Service Desk Manager") is specific even when it holds such a word.
 */
const POST =
  /\b(lead|leader|head|manager|owner|officer|director|analyst|engineer|architect|administrator|admin|sponsor|counsel|operator|coordinator|specialist|technician|chief|president|auditor|consultant|controller|commander|keeper|supervisor|responder|dba|buyer|contact|desk|ciso|cio|cto|ceo|cfo|coo|cso|dpo|cro|pm|requester|requestor|user|users)\b/i;
const UNNAMED =
  /^(the )?(client|customer|provider|vendor|supplier|msp|mssp|csp|third[- ]party|partner|company|business|management|leadership|stakeholders?|it|infosec|information security|security|operations?|ops|infrastructure|network|networking|legal|compliance|finance|hr|human resources|procurement|purchasing|engineering|development|dev|devops|support|helpdesk|service|internal it|internal|external|everyone|all|others?|staff|n\/?a|tbd|tbc|integrator|contractor|executives?|qa|audit|risk|sales|marketing|product)$/i;
const GROUP = /\b(team|teams|dept|department|group|staff|division|unit|committee|board|stakeholders|management|mailbox|inbox|queue|organi[sz]ation|personnel|provider|vendor|supplier)\b/i;

/** Whether a role's name leaves open who that is. */
export function vague(name: string): boolean {
  const plain = name.replace(/\([^)]*\)/g, " ").replace(/\s+/g, " ").trim();
  if (plain === "" || /@/.test(plain)) return true;
  if (UNNAMED.test(plain)) return true;
  return GROUP.test(plain) && !POST.test(plain);
}
