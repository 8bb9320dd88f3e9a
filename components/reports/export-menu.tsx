"use client";
import { buttonClass } from "@/components/ui/button-class";
import { Popover } from "@/components/ui/popover";
import { reportFormats } from "@/lib/reports/formats";

type ExportMenuProps = {
  /** The page's report, with the filters of the page if it has some. */
  href: string;
  /** Where its figures are saved as CSV; as the report has them unless it says so. */
  csv?: string;
};

/** Saves what a page shows as a file. */
export function ExportMenu({ href, csv }: ExportMenuProps) {
  const addressOf = (format: string) => `${href}${href.includes("?") ? "&" : "?"}format=${format}`;
  return (
    <Popover
      align="end"
      title="Export"
      trigger={(opening) => (
        <button type="button" className={buttonClass("plain")} {...opening}>
          Export
        </button>
      )}
    >
      <ul>
        {reportFormats.map(({ id, name, says }) => (
          <li key={id}>
            <a
              className="link target inline-flex items-center"
              href={id === "csv" && csv ? csv : addressOf(id)}
              download
            >
              {name} ({says})
            </a>
          </li>
        ))}
      </ul>
    </Popover>
  );
}
