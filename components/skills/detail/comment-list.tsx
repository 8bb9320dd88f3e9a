"use client";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Field } from "@/components/ui/field";
import { useFormats } from "@/components/ui/formats-provider";
import { Textarea } from "@/components/ui/textarea";
import { useSaving } from "@/components/ui/use-saving";
import { addCommentAction, settleCommentAction } from "@/lib/skills/actions";
import { type NodePage, nodeQuery } from "@/lib/skills/taxonomy-queries";

type CommentListProps = { nodeId: string; comments: NodePage["comments"] };

/** What people said about a node. Whoever may comment can also settle. */
export function CommentList({ nodeId, comments }: CommentListProps) {
  const formats = useFormats();
  const client = useQueryClient();
  const [typed, setTyped] = useState("");
  const again = () => void client.invalidateQueries({ queryKey: nodeQuery(nodeId).queryKey });
  const adding = useSaving(
    (text: string, entryId) => addCommentAction({ entryId, nodeId, text }),
    () => {
      setTyped("");
      again();
    },
  );
  const settling = useSaving(settleCommentAction, again);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    adding.submit(typed);
  };
  return (
    <>
      <ul className="space-y-3">
        {comments.map((comment) => (
          <li key={comment.id} className={classNames("text-table", comment.settledAt ? "text-ink-3" : null)}>
            <p className="whitespace-pre-line">{comment.text}</p>
            <p className="text-caption text-ink-3">
              {comment.writtenBy ?? "Somebody who has left"}, {formats.moment(comment.writtenAt)}
              {comment.settledAt ? `; settled${comment.settledBy ? ` by ${comment.settledBy}` : ""}` : ""}
              <Button
                look="inline"
                className="ml-2"
                pending={settling.pending}
                onClick={() => settling.submit({ commentId: comment.id, settled: comment.settledAt === null })}
              >
                {comment.settledAt ? "Open again" : "Settle"}
              </Button>
            </p>
          </li>
        ))}
      </ul>
      {comments.length === 0 ? <p className="text-table text-ink-2">Nobody has commented.</p> : null}
      <form onSubmit={submit} noValidate className="mt-3 space-y-2">
        <Field label="Your comment" error={adding.fields.text ?? adding.message ?? settling.message ?? undefined}>
          <Textarea value={typed} maxLength={2000} onChange={(event) => setTyped(event.target.value)} />
        </Field>
        <Button type="submit" pending={adding.pending}>
          Add comment
        </Button>
      </form>
    </>
  );
}
