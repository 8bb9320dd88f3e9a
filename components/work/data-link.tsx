import Link from "next/link";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";

/** Where files come in: a link for whoever may go there, a word for everybody else. */
export function DataLink({ roles, file }: { roles: Viewer["roles"]; file?: string }) {
  const words = file ?? "Data";
  if (!may(roles, "data.read")) return words;
  return (
    <Link className="link" href={file ? "/data/files" : "/data"}>
      {words}
    </Link>
  );
}
