import { Empty } from "@/components/ui/states";
import type { Viewer } from "@/lib/access/viewer";

/** In place of figures about people, for somebody whose role is tied to no units, or to nobody's reporting line. */
export function TiedToNobody({ roles }: { roles: Viewer["roles"] }) {
  return (
    <Empty title="Your role is tied to nobody yet">
      {roles.includes("hrbp")
        ? "What stands here is about the people of the units you serve, and none are named. Ask an administrator to add your units to your role."
        : "What stands here is about the people who report to you, and your sign-in is not tied to an employee record. Ask an administrator to tie it to your employee ID."}
    </Empty>
  );
}
