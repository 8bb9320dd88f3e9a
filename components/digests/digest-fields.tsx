"use client";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { DigestInput } from "@/lib/digests/input";
import type { DigestDesk } from "@/lib/digests/own-digest";
import { sections } from "@/lib/digests/sections";
import type { FieldErrors } from "@/lib/errors";
import { channelWords, hourOptions, monthDayOptions, weekdayOptions, zoneText } from "./digest-words";

type FieldsProps = {
  typed: DigestInput;
  set(part: Partial<DigestInput>): void;
  errors: FieldErrors;
  desk: Pick<DigestDesk, "offered" | "email" | "cannot">;
  /** What is shown of the webhook that is kept. */
  kept: string | null;
};

const channels = (["email", "slack", "teams"] as const).map((value) => ({ value, label: channelWords[value] }));
const cadences = [
  { value: "weekly", label: "Every week" },
  { value: "monthly", label: "Every month" },
];
const zoneOptions = ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")].map((value) => ({
  value,
  label: zoneText(value),
}));

/** Where a digest goes, when, and what it tells. */
export function DigestFields({ typed, set, errors, desk, kept }: FieldsProps) {
  const hour = (name: "hour" | "quietFrom" | "quietTo", label: string, hint?: string) => (
    <Field label={label} error={errors[name]} hint={hint}>
      <Select
        value={String(typed[name])}
        options={hourOptions}
        onChange={({ target }) => set({ [name]: Number(target.value) })}
      />
    </Field>
  );
  const { channel, cadence } = typed;
  return (
    <>
      <Field label="Where it goes" error={errors.channel} hint={desk.cannot[channel] ?? whereHint[channel](desk.email)}>
        <Select
          value={channel}
          options={channels}
          onChange={({ target }) =>
            set({ channel: channels.find(({ value }) => value === target.value)?.value ?? "email" })
          }
        />
      </Field>
      {channel === "email" ? null : (
        <Field
          label="Address of the webhook"
          required={kept === null}
          error={errors.webhook}
          hint={kept ? `Kept: ${kept}. Leave it empty to keep it; it is never shown in full.` : hookHint[channel]}
        >
          <Input
            type="url"
            autoComplete="off"
            value={typed.webhook ?? ""}
            onChange={({ target }) => set({ webhook: target.value })}
          />
        </Field>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="How often" error={errors.cadence}>
          <Select
            value={cadence}
            options={cadences}
            onChange={({ target }) => set({ cadence: target.value === "monthly" ? "monthly" : "weekly", day: 1 })}
          />
        </Field>
        <Field label={cadence === "weekly" ? "On" : "On day"} error={errors.day}>
          <Select
            value={String(typed.day)}
            options={cadence === "weekly" ? weekdayOptions : monthDayOptions}
            onChange={({ target }) => set({ day: Number(target.value) })}
          />
        </Field>
        {hour("hour", "At")}
        <Field label="Time zone" error={errors.timeZone}>
          <Select
            value={typed.timeZone}
            options={zoneOptions}
            onChange={({ target }) => set({ timeZone: target.value })}
          />
        </Field>
        {hour("quietFrom", "Quiet from", "The same hour twice: never quiet")}
        {hour("quietTo", "Quiet until", "What is due then goes out when it ends")}
      </div>
      <fieldset aria-describedby={errors.sections ? "digest-sections-error" : undefined}>
        <legend className="mb-1 text-table font-medium">What it tells</legend>
        {desk.offered.map((id) => (
          <Checkbox
            key={id}
            label={sections[id].label}
            hint={sections[id].hint}
            checked={typed.sections.includes(id)}
            onChange={({ target }) =>
              set({
                sections: desk.offered.filter((one) => (one === id ? target.checked : typed.sections.includes(one))),
              })
            }
          />
        ))}
        {errors.sections ? (
          <p id="digest-sections-error" className="mt-1 text-table font-medium text-worse">
            {errors.sections.join(". ")}
          </p>
        ) : null}
      </fieldset>
    </>
  );
}

const inChannel = "Whoever is in the channel reads it: figures you may see, and no names of people in your line";
const whereHint = {
  email: (address: string) => `To your own address, ${address}`,
  slack: () => inChannel,
  teams: () => inChannel,
};
const hookHint = {
  slack: "An incoming webhook of Slack. It is kept and never shown in full again",
  teams: "The URL of a Teams workflow that starts when a webhook request is received. It is never shown in full again",
};
