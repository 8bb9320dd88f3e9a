import { formatsFor } from "@/lib/format/formats";
import { readForm } from "@/lib/surveys/answering/read-form";
import { readGroupChoices } from "@/lib/surveys/links/read-group-choices";
import { readSurvey } from "@/lib/surveys/results/read-survey";
import { readSurveys } from "@/lib/surveys/results/read-surveys";
import { readExperience } from "@/lib/surveys/sources/read-experience";
import { readSources } from "@/lib/surveys/sources/read-sources";
import { figures, type Walk } from "./walk";

const results = "lib/surveys/results";

export const surveyWalks: readonly Walk[] = [
  figures([`${results}/read-survey.ts:readSurvey`], (viewer, { surveyId }) => readSurvey(viewer, surveyId)),
  figures([`${results}/read-surveys.ts:readSurveys`], async (viewer, { surveyId }) => [
    await readSurveys(viewer, null),
    // By the way of those who are not signed in, too.
    await readForm(surveyId, "the wall"),
  ]),
  figures(["lib/surveys/sources/read-experience.ts:readExperience"], (viewer) => readExperience(viewer, null)),
  figures(["lib/surveys/sources/read-sources.ts:readEvaluated"], (viewer) =>
    readSources(viewer, formatsFor({ locale: "en-GB", currency: "EUR" })),
  ),
  figures(["lib/surveys/links/read-group-choices.ts:readGroupChoices"], (viewer, { surveyId }) =>
    readGroupChoices(viewer, surveyId),
  ),
];
