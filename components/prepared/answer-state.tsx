import { ErrorState, Preparing, Stale } from "@/components/ui/states";
import type { Formats } from "@/lib/format/formats";
import type { Told } from "@/lib/prepared/told";
import { LookAgain } from "./look-again";

/** Where an answer about the whole organisation is not from facts as they stand: how old it is, or that there is none yet. Else nothing. */
export function AnswerState({ told, formats }: { told: Told; formats: Formats }) {
  if (told.kind === "current") return null;
  if (told.kind === "older")
    return (
      <div className="mb-6">
        <Stale since={formats.moment(told.computedAt)}>
          Something has changed since then: records, names or settings. The figures are computed anew in the background;
          until then these stand.
        </Stale>
      </div>
    );
  if (told.kind === "failed")
    return (
      <ErrorState
        happened="These figures could not be computed"
        safe="Your data are complete; the log of the server says what went wrong."
        todo="They are computed again when records come in. Tell an administrator if this stays."
      />
    );
  return (
    <Preparing title="These figures are being computed for the first time">
      With as many records as are on file this takes some minutes. They stand here as soon as they are ready; you may
      leave the page.
      <LookAgain />
    </Preparing>
  );
}
