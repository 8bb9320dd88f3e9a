"use client";
import Link from "next/link";
import { useEffect, useState } from "react";
import { countKeptSteps } from "@/components/skills/editor/kept-steps";

/** Says on other pages of a draft that this device holds changes the server does not know yet. */
export function KeptNotice({ draftId, userId }: { draftId: string; userId: string }) {
  const [count, setCount] = useState(0);
  useEffect(() => {
    void countKeptSteps(draftId, userId).then(setCount);
  }, [draftId, userId]);
  if (count === 0) return null;
  return (
    <p role="status" className="mb-4 border-l-4 border-comparison bg-early px-4 py-3">
      {count === 1 ? "1 change" : `${count} changes`} made on this device {count === 1 ? "is" : "are"} not saved yet and
      not shown here.{" "}
      <Link className="link" href={`/skills/drafts/${draftId}`}>
        Open the editor to save {count === 1 ? "it" : "them"}
      </Link>
    </p>
  );
}
