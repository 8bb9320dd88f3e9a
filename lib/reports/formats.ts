/** In which a report may be saved. The menu shows them in this order. */
export const reportFormats = [
  { id: "pdf", name: "One page", says: "PDF", extension: "pdf", type: "application/pdf" },
  { id: "pdf-full", name: "Full report", says: "PDF", extension: "pdf", type: "application/pdf" },
  {
    id: "pptx",
    name: "Slides",
    says: "PowerPoint",
    extension: "pptx",
    type: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  },
  {
    id: "xlsx",
    name: "Workbook",
    says: "Excel",
    extension: "xlsx",
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  },
  { id: "csv", name: "Figures", says: "CSV", extension: "csv", type: "text/csv; charset=utf-8" },
] as const;

export type ReportFormat = (typeof reportFormats)[number];
