import { DOMParser } from "@xmldom/xmldom";
import { Unfit } from "../child.ts";

const REMEDY = "take it out in Word, and save the template as .docx again";

/** Parts that can act, by their names. */
const ACTS: readonly (readonly [RegExp, string])[] = [
  [/vbaproject|vbadata|\.(?:vbs|js|hta)$/i, "a macro"], [/activex|ctrlprops/i, "a control that runs code"], [/(?:^|\/)embeddings\/|oleobject|\.(?:exe|dll|ole)$/i, "an embedded object"],
  [/afchunk|\.(?:html?|mht|rtf)$/i, "a document within the document"], [/\.bin$/i, "something packed that cannot be looked into"], [/customui|customizations\.xml|attachedtoolbars/i, "a change of Word's own menus"],
];
/** Kinds of relationship that bring something in, wherever it lies. */
const BRINGS = /\/(?:attachedTemplate|oleObject|package|aFChunk|frame|subDocument|externalLink\w*|control|vbaProject|mailMerge\w*)$/i;
const ELEMENTS: Readonly<Record<string, string>> = { OLEObject: "an embedded object", object: "an embedded object", altChunk: "a document within the document", subDoc: "a document within the document", control: "a control that runs code", mailMerge: "a source of data for form letters", attachedTemplate: "another template it would load" };
/** Fields that fetch, run or point outside. A link inside the document stays allowed. */
const FIELDS = /\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|LINK|IMPORT|DATABASE|RD|MACROBUTTON|EMBED|HYPERLINK(?!\s*\\l))\b/i;

/** Refuses a template that could do anything but be filled in: macros, objects, whatever lies outside. @throws Unfit */
export function refuseHarm(parts: ReadonlyMap<string, Buffer>, template: string): void {
  const refuse = (what: string, part: string): never => {
    throw new Unfit(`the template \`${template}\` holds ${what}, in \`${part}\``, REMEDY);
  };
  for (const [name, content] of parts) {
    for (const [pattern, what] of ACTS) if (pattern.test(name)) refuse(what, name);
    if (!/\.(?:xml|rels)$/i.test(name)) continue;
    const tree = parsed(content, name, template);
    for (const element of Array.from(tree.getElementsByTagName("*"))) {
      const local = element.localName ?? element.nodeName;
      if (name === "[Content_Types].xml" && /macroEnabled|vbaProject|activeX|oleObject/i.test(element.getAttribute("ContentType") ?? "")) refuse("a macro", name);
      if (local === "Relationship") {
        const target = element.getAttribute("Target") ?? "";
        if ((element.getAttribute("TargetMode") ?? "").toLowerCase() === "external" || /^[a-z][a-z0-9+.-]*:|^\/\/|^\\/i.test(target)) refuse(`a link to outside, \`${target.slice(0, 120)}\``, name);
        if (BRINGS.test(element.getAttribute("Type") ?? "")) refuse(`a relationship that brings something in, \`${target.slice(0, 120)}\``, name);
      } else if (Object.hasOwn(ELEMENTS, local) && !name.endsWith(".rels") && name.startsWith("word/")) refuse(ELEMENTS[local] ?? local, name);
    }
    // The words of one field may lie in many runs.
    const words = [...Array.from(tree.getElementsByTagName("*")).flatMap((element) => (element.localName === "fldSimple" ? [` ${Array.from(element.attributes).find((one) => one.localName === "instr")?.value ?? ""} `] : element.localName === "instrText" ? [element.textContent ?? ""] : element.localName === "fldChar" ? [" "] : []))].join("");
    const field = FIELDS.exec(words)?.[1];
    if (field !== undefined) refuse(`a field that reaches outside, \`${field.toUpperCase()}\``, name);
  }
}

function parsed(content: Buffer, name: string, template: string) {
  const refuse = (why: string): never => {
    throw new Unfit(`the template \`${template}\` cannot be used: \`${name}\` ${why}`, "open the template in Word or LibreOffice and save it again as .docx");
  };
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch {
    return refuse("is not UTF-8");
  }
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) refuse("declares entities, which no office program does");
  try {
    return new DOMParser({ onError: (level, message) => { if (level !== "warning") throw new Error(message); } }).parseFromString(text, "text/xml");
  } catch {
    return refuse("is broken");
  }
}
