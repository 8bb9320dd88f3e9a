"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { QueryProvider } from "@/components/shell/query-provider";
import { LiveRegion } from "@/components/ui/live-region";
import { Section } from "@/components/ui/section";
import { ErrorState, Stale } from "@/components/ui/states";
import { asksToConfirm, openQuestions } from "@/lib/intake/open-questions";
import type { Upload } from "@/lib/intake/read-upload";
import { isUnderWay, uploadQuery } from "@/lib/intake/upload-queries";
import { NextSteps } from "./next-steps";
import { Reports } from "./reports";
import { UploadButtons } from "./upload-buttons";
import { UploadFiles } from "./upload-files";
import { UploadProgress } from "./upload-progress";
import { type Initiative, UploadQuestions } from "./upload-questions";
import { headlineOf } from "./upload-words";

type UploadViewProps = { upload: Upload; initiatives: Initiative[] };

/** One upload from reception to its outcome, followed while it is worked on. It may be left and come back to. */
export function UploadView(props: UploadViewProps) {
  return (
    <QueryProvider>
      <FollowedUpload {...props} />
    </QueryProvider>
  );
}

function FollowedUpload({ upload: atFirst, initiatives }: UploadViewProps) {
  const client = useQueryClient();
  const query = uploadQuery(atFirst.id);
  const { data: upload, isError } = useQuery({ ...query, initialData: atFirst });
  const onChanged = () => void client.invalidateQueries({ queryKey: query.queryKey });
  const questions = openQuestions(upload);
  const asks = upload.status === "checked" && asksToConfirm(upload);
  const isWaiting = !isUnderWay(upload) && upload.status !== "done";

  return (
    <>
      <LiveRegion>
        <p className="mb-4 font-serif text-section">{headlineOf(upload)}</p>
      </LiveRegion>
      {isError ? <Stale since="the last answer of the server">The page keeps asking. Nothing is lost.</Stale> : null}
      {isUnderWay(upload) ? <UploadProgress upload={upload} /> : null}
      {upload.status === "failed" ? (
        <ErrorState
          happened="This could not be finished"
          safe={upload.error}
          todo="Check the files again, or discard them. Each file is taken in completely or not at all."
        />
      ) : null}
      {isWaiting && (questions.length > 0 || asks) ? (
        <UploadQuestions
          key={upload.status}
          upload={upload}
          questions={questions}
          asksToConfirm={asks}
          initiatives={initiatives}
          onChanged={onChanged}
        />
      ) : null}
      {upload.status === "done" ? <NextSteps reports={upload.reports ?? []} /> : null}
      {isWaiting ? (
        <UploadButtons upload={upload} isClear={questions.length === 0 && !asks} onChanged={onChanged} />
      ) : null}
      {upload.reports ? (
        <Reports reports={upload.reports} isDryRun={upload.status === "checked"} />
      ) : (
        <Section title="Files">
          <UploadFiles files={upload.files} />
        </Section>
      )}
    </>
  );
}
