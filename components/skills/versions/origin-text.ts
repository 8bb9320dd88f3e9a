import type { VersionRow } from "@/lib/skills/read-versions";

/** How a version came about. */
export function originText(version: VersionRow): string {
  switch (version.origin) {
    case "import":
      return version.fileName ? `Import of ${version.fileName}` : "Import";
    case "undo":
      return version.fileName ? `Import of ${version.fileName} undone` : "Import undone";
    case "rollback":
      return version.backTo === 0 ? "Back to before version 1" : `Back to version ${version.backTo}`;
    default:
      return version.draftTitle ? `Draft “${version.draftTitle}”` : "Draft";
  }
}
