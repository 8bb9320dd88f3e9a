"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { leaveStartAction } from "@/lib/start/actions";

/** Ends what is under way; what was chosen stays on record. */
export function LeaveStart({ startId }: { startId: string }) {
  const [error, setError] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  const router = useRouter();
  return (
    <span>
      <Button
        look="plain"
        pending={pending}
        onClick={() =>
          startTransition(async () => {
            const result = await answered(leaveStartAction({ startId }));
            if (!result.ok) return setError(result.error.message);
            router.push("/start");
          })
        }
      >
        Give this up
      </Button>
      <span role="alert">{error ? <span className="font-medium text-worse">{error}</span> : null}</span>
    </span>
  );
}
