import { htmlText } from "../safe-cell.ts";

/** One self-contained page: no script, no font and no picture from elsewhere. */
export function page(title: string, style: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>${htmlText(title)}</title>
<style>
${COLOURS}
${style}
</style>
</head>
<body>
${body}
</body>
</html>
`;
}

/** Every text on its ground has a contrast of 4.5 or more, in light, dark and print. */
const LIGHT = `--ink:#1d2430;--quiet:#4f5868;--paper:#fff;--ground:#f6f7f9;--line:#d9dde4;--accent:#0f6b62;--bad:#a31b13;--bad-soft:#fbe9e7;--warn:#6f4e00;--warn-soft:#fbf1d8;--hint:#1d4a92;--hint-soft:#e6eefa;
--client:#1d4a92;--client-soft:#dce7f8;--provider:#7a4700;--provider-soft:#fae8cd;--shared:#573087;--shared-soft:#e9e0f5;
--a:#0b4f48;--a-ink:#fff;--r:#7cc7bd;--r-ink:#0a2f2b;--c:#dde6f5;--c-ink:#1d3f7a;--s:#efe6f8;--s-ink:#573087;--i:#eef0f3;--i-ink:#434b59`;
const DARK = `--ink:#e7eaf0;--quiet:#aeb7c6;--paper:#171b22;--ground:#0f1217;--line:#343b48;--accent:#5cc4b6;--bad:#ff9d94;--bad-soft:#3a1b19;--warn:#ecc569;--warn-soft:#33260f;--hint:#9dc0ff;--hint-soft:#18253d;
--client:#9dc0ff;--client-soft:#18253d;--provider:#f0b464;--provider-soft:#33260f;--shared:#cfb1f5;--shared-soft:#2a1f3b;
--a:#8fe0d4;--a-ink:#06231f;--r:#1f6f66;--r-ink:#fff;--c:#22345a;--c-ink:#cfe0ff;--s:#3a2a54;--s-ink:#e5d6fb;--i:#2a303b;--i-ink:#c9d1de`;

const COLOURS = `:root{${LIGHT}}
@media (prefers-color-scheme:dark){:root{${DARK}}}
@media print{:root{color-scheme:light;${LIGHT}}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:14px/1.5 Inter,system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;font-variant-numeric:tabular-nums;-webkit-print-color-adjust:exact;print-color-adjust:exact}
h1{font-size:24px;line-height:1.2;margin:0 0 4px;text-wrap:balance}
h2{font-size:17px;margin:32px 0 8px}
h3{font-size:14px;margin:0}
p{margin:0}
.quiet{color:var(--quiet)}
td,th{overflow-wrap:break-word;mso-number-format:"\\@"}
@media print{body{background:#fff;font-size:10pt}}`;

/** Text with its line breaks kept. */
export const paragraphText = (text: string): string => htmlText(text.trim()).replace(/\r\n?|\n/g, "<br>");

export { htmlText };
