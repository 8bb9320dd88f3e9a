"use client";
import { type ComponentProps, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { DownloadCsv } from "@/components/ui/download-csv";
import { Field } from "@/components/ui/field";
import { SaveError } from "@/components/ui/save-error";
import { Select } from "@/components/ui/select";
import { useSaving } from "@/components/ui/use-saving";
import { mostListed } from "@/lib/most-listed";
import { makePersonalLinksAction } from "@/lib/surveys/actions";
import type { Made } from "@/lib/surveys/links/make-links";
import type { GroupChoice } from "@/lib/surveys/links/read-group-choices";
import { addressOfLink } from "./address-of-link";

type Props = { surveyId: string; title: string; groups: GroupChoice[]; isAnonymous: boolean };

const kinds = { org: "Everybody", unit: "Units", role: "Roles", arm: "Groups of initiatives", team: "Teams" } as const;

/** Makes a link for each person of a group, and hands the list over this once. */
export function PersonalLinks({ surveyId, title, groups, isAnonymous }: Props) {
  const [open, setOpen] = useState(false);
  const [group, setGroup] = useState("");
  const [made, setMade] = useState<Made | null>(null);
  const { submit, pending, message, fields } = useSaving(makePersonalLinksAction, setMade);
  const turn = (isOpen: boolean) => {
    setOpen(isOpen);
    if (!isOpen) setMade(null);
  };
  return (
    <Dialog
      title="Make personal links"
      description={
        isAnonymous
          ? "One for each person, good once. Which link was used is not stored with the answers."
          : "One for each person, good once. This survey is not anonymous: answers carry the name, and are shown by unit once it is closed."
      }
      open={open}
      onOpenChange={turn}
      trigger={(opening) => <Button {...opening}>Make personal links</Button>}
    >
      {made === null ? (
        <form
          noValidate
          className="space-y-4"
          onSubmit={(event) => {
            event.preventDefault();
            submit({ surveyId, group });
          }}
        >
          <Field label="Who is asked" required error={fields.group} hint="People employed today">
            <Select
              value={group}
              onChange={({ target }) => setGroup(target.value)}
              options={[{ value: "", label: "Choose a group" }, ...optionsOf(groups)]}
            />
          </Field>
          {fields.group ? null : <SaveError message={message} />}
          <Button look="primary" type="submit" pending={pending}>
            Make the links
          </Button>
        </form>
      ) : (
        <Handed made={made} title={title} />
      )}
    </Dialog>
  );
}

function optionsOf(groups: readonly GroupChoice[]): ComponentProps<typeof Select>["options"] {
  const optionOf = ({ id, kind, name, people }: GroupChoice) => ({
    value: id,
    label: `${name || kinds[kind]} (${people})`,
  });
  const named = (["unit", "role", "arm", "team"] as const).map((kind) => {
    const options = groups.filter((one) => one.kind === kind).map(optionOf);
    const isCut = kind === "team" && options.length === mostListed;
    return {
      label: isCut ? `The first ${mostListed} teams by name; choose others by their unit` : kinds[kind],
      options,
    };
  });
  return [
    ...groups.filter(({ kind }) => kind === "org").map(optionOf),
    ...named.filter(({ options }) => options.length > 0),
  ];
}

function Handed({ made: { links, hadOne }, title }: { made: Made; title: string }) {
  const skipped = hadOne === 0 ? "" : ` ${hadOne} had one already that works.`;
  if (links.length === 0) return <p>Everybody of this group has a link that works. Revoke those to make new ones.</p>;
  return (
    <div className="space-y-3" role="status">
      <p>
        {links.length === 1 ? "One link was made." : `${links.length} links were made.`}
        {skipped} Save the list now: only fingerprints are stored, so it cannot be shown again.
      </p>
      <DownloadCsv
        fileName={`links ${title}.csv`}
        columns={[
          { id: "employee", header: "employee_id" },
          { id: "link", header: "link" },
        ]}
        rows={links.map(({ employeeId, link }) => ({
          id: employeeId,
          cells: { employee: employeeId, link: addressOfLink(link) },
        }))}
      />
      <p className="text-caption text-ink-3">
        Whoever has a link can answer by it and can open it again to see that it was used. Send each to its person only.
      </p>
    </div>
  );
}
