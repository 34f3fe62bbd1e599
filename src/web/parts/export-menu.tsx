import { Download, FileCode, FileJson, FileSignature, FileSpreadsheet, FileText, FileWarning, Printer, type LucideIcon } from "lucide-react";
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from "react-aria-components";
import { say } from "../words.ts";
import type { ExportFormat } from "../work/order.ts";
import style from "./controls.module.css";

const ICONS: Readonly<Record<ExportFormat, LucideIcon>> = { xlsx: FileSpreadsheet, csv: FileText, md: FileText, html: Printer, json: FileJson, yaml: FileCode, report: FileWarning, sarif: FileJson };
const MATRIX: readonly ExportFormat[] = ["xlsx", "csv", "md", "html", "yaml", "json"];
const FINDINGS: readonly ExportFormat[] = ["report", "sarif"];

/** Save the matrix or its findings in one of the formats; inside a workspace it leads to the contract appendix, too. */
export function ExportMenu({ onExport, onAppendix, className }: { readonly onExport: (format: ExportFormat) => void; readonly onAppendix?: () => void; readonly className?: string | undefined }) {
  const section = (title: string, formats: readonly ExportFormat[]) => (
    <MenuSection>
      <Header className={style.itemsHead}>{title}</Header>
      {formats.map((format) => {
        const Icon = ICONS[format];
        return (
          <MenuItem key={format} id={format} textValue={say(`export.${format}`)} className={style.item}>
            <Icon aria-hidden />
            <span>{say(`export.${format}`)}</span>
          </MenuItem>
        );
      })}
    </MenuSection>
  );
  return (
    <MenuTrigger>
      <Button className={`${style.button} ${style.main} ${className ?? ""}`} aria-label={say("export")}>
        <Download aria-hidden />
        <span>{say("export")}</span>
      </Button>
      <Popover className={style.popover} placement="bottom end">
        <Menu className={style.items} onAction={(format) => (format === "appendix" ? onAppendix?.() : onExport(format as ExportFormat))}>
          {section(say("export.matrix"), MATRIX)}
          {onAppendix ? (
            <MenuItem id="appendix" textValue={say("export.appendix")} className={style.item}>
              <FileSignature aria-hidden />
              <span>{say("export.appendix")}</span>
            </MenuItem>
          ) : null}
          {section(say("export.findings"), FINDINGS)}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
