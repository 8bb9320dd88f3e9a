import "server-only";
import { DomainError } from "@/lib/errors";
import type { Fault } from "@/lib/intake/fault";
import { templateOf } from "@/lib/skills/templates/all-templates";
import { templateChoices, templateNodes } from "@/lib/skills/templates/template-nodes";
import { parseCase } from "./case/parse-case";
import type { ChoiceGroup } from "./choices";
import { escoAttribution, escoChoices, openEsco, takeEsco } from "./esco/esco";
import { type Foreign, foreign } from "./foreign";
import type { Source } from "./input";
import { onetChoices } from "./onet/choices";
import { readOccupations } from "./onet/occupations";
import { readOffers } from "./onet/offer";
import { onetAttribution } from "./onet/onet-source";
import { isRead, type OnetFile, onetFiles, openRelease } from "./onet/release";
import { takeOffers } from "./onet/take-offer";
import type { Format, Parsed } from "./parsed";
import { choicesOf, pickNodes } from "./pick-nodes";
import { escoFile, recogniseFormat } from "./recognise-format";
import { parseSkillsCsv } from "./skills-csv/parse-skills-csv";
import { fileNames, readTexts } from "./upload-files";

/** An occupation of a framework, to be searched for. */
type OccupationEntry = { code: string; title: string; description: string; titles: string[] };

/** What stands behind a source, opened far enough to choose from. */
export type Opened = {
  format: Format | "template";
  title: string;
  /** What the licence wants said; null where nothing is known of one. */
  attribution: string | null;
  /** Frameworks of occupations are searched first; null where there is nothing to search. */
  occupations: OccupationEntry[] | null;
  /** Beside the tables: sentences about the occupation. */
  about: string[];
  groups: ChoiceGroup[];
  faults: Fault[];
  notices: string[];
  take(chosen: ReadonlySet<string>): Parsed;
};

/** @throws DomainError `not-found` when the files are gone, `invalid-input` when they cannot be read */
export async function openSource(orgId: string, source: Source): Promise<Opened> {
  if (source.kind === "template") return openTemplate(source.key);
  const names = await fileNames(orgId, source.uploadId);
  if (names.length === 0)
    throw new DomainError("not-found", "These files are no longer here. They are kept for two days; send them again");
  const format = recogniseFormat(names);
  const texts = (wanted: (name: string) => boolean) => readTexts(orgId, source.uploadId, wanted);
  if (format === "onet") {
    const { occupation } = source;
    return openOnet(await texts((name) => isRead(name, occupation === null)), names, occupation);
  }
  if (format === "esco") return openEscoFiles(await texts((name) => escoFile.test(name)), source.occupation);
  const wanted = format === "case" ? /\.json$/i : /\.csv$/i;
  const [name] = names.filter((one) => wanted.test(one));
  if (!format || !name)
    throw new DomainError(
      "invalid-input",
      `These are not files of a framework we read: ${names.slice(0, 5).join(", ")}`,
    );
  const text = (await texts((one) => one === name)).get(name) ?? "";
  const parsed = format === "case" ? parseCase(name, text) : parseSkillsCsv(name, text);
  const others = names.filter((one) => one !== name);
  return {
    format,
    title: name,
    attribution: attributionOf(parsed),
    occupations: null,
    about: [],
    groups: choicesOf(parsed).filter(({ items }) => items.length > 0),
    faults: parsed.faults,
    notices: [
      ...parsed.notices,
      ...(others.length > 0 ? [`Not read: ${others.join(", ")}. Send one such file at a time`] : []),
    ],
    take: (chosen) => pickNodes(parsed, chosen),
  };
}

function openOnet(texts: Map<string, string>, names: string[], occupation: string | null): Opened {
  const release = openRelease(texts, names);
  const missing = (Object.keys(onetFiles) as OnetFile[]).filter((file) => !release.has(file));
  const occupations = occupation ? [] : readOccupations(release);
  const offers = occupation ? readOffers(release, [occupation]) : [];
  const [offer] = offers;
  if (occupation && !offer) throw new DomainError("not-found", "The release has no occupation of this code");
  const related = (offer?.related ?? []).slice(0, 8).map(({ title }) => title);
  return {
    format: "onet",
    title: `O*NET${release.number ? ` ${release.number}` : ""}${offer ? `: ${offer.title}` : ""}`,
    attribution: onetAttribution(release.number),
    occupations: occupation ? null : occupations,
    about: offer
      ? [offer.description, ...offer.preparation, ...(related.length > 0 ? [`Related: ${related.join(", ")}.`] : [])]
      : [],
    groups: offer ? onetChoices(offer) : [],
    faults: release.faults,
    notices: missing.length > 0 ? [`Not handed in, so what they say is not offered: ${missing.join(", ")}`] : [],
    take: (chosen) => foreign("onet", takeOffers(offers, chosen, release), release.faults),
  };
}

function openEscoFiles(texts: Map<string, string>, occupation: string | null): Opened {
  const esco = openEsco(texts);
  const found = occupation ? esco.occupations.find(({ uri }) => uri === occupation) : undefined;
  if (occupation && !found) throw new DomainError("not-found", "The files have no occupation of this address");
  const skills = found ? esco.skillsOf(found.uri) : [];
  const take = (chosen: ReadonlySet<string>): Foreign =>
    found ? takeEsco(found, skills, chosen) : { nodes: [], mapping: [] };
  return {
    format: "esco",
    title: `ESCO${found ? `: ${found.title}` : ""}`,
    attribution: escoAttribution,
    occupations: found ? null : esco.occupations.map(({ uri, ...rest }) => ({ ...rest, code: uri })),
    about: found ? [found.description] : [],
    groups: escoChoices(skills),
    faults: esco.faults,
    notices: ["ESCO has no tasks, levels or behaviours: what is taken from it waits for them in the draft"],
    take: (chosen) => foreign("esco", take(chosen), esco.faults),
  };
}

function openTemplate(key: string): Opened {
  const template = templateOf(key);
  if (!template) throw new DomainError("not-found", "There is no such template");
  return {
    format: "template",
    title: template.title,
    attribution: null,
    occupations: null,
    about: [template.about],
    groups: templateChoices(template),
    faults: [],
    notices: [],
    take: (chosen) => foreign("skills", templateNodes(template, chosen), []),
  };
}

function attributionOf({ nodes }: Parsed): string | null {
  const said = new Set(nodes.flatMap((node) => ("source" in node && node.source?.attribution) || []));
  return said.size > 0 ? [...said].join(" ") : null;
}
