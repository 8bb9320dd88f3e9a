import { PageHeader } from "@/components/ui/page-header";
import { Empty } from "@/components/ui/states";

/** For a manager nobody reports to, or whose sign-in is tied to no record. */
export function NoLine({ tied }: { tied: boolean }) {
  return (
    <>
      <PageHeader title="What should I observe and coach this week?" />
      {tied ? (
        <Empty title="Nobody reports to you">
          In the people file nobody has you as their manager today. If that is wrong, ask whoever imports the people
          file to mend the column manager_id.
        </Empty>
      ) : (
        <Empty title="Your sign-in is not tied to an employee record">
          So it is not known who reports to you. Ask an administrator to tie your sign-in to your employee ID.
        </Empty>
      )}
    </>
  );
}
