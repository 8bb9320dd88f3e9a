"use client";
import { useState } from "react";
import { UserChoice } from "@/components/choices/user-choice";
import type { Choice } from "@/lib/access/choosing/choosable";

const everybody = { id: "", name: "Everybody", hint: null };
const system = { id: "system", name: "The system itself", hint: null };

/** Whom the log is asked about, sent as `who` with the form it stands in. */
export function WhoFilter({ asked }: { asked: { id: string; name: string } | "system" | null }) {
  const [chosen, setChosen] = useState<Choice>(
    asked === "system" ? system : asked ? { ...asked, hint: null } : everybody,
  );
  return (
    <>
      <input type="hidden" name="who" value={chosen.id} />
      <UserChoice to="log" value={chosen} fixed={[everybody, system]} onChoose={setChosen} />
    </>
  );
}
