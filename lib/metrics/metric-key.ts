/** What is set for a figure (target, guardrail, remark) is kept under this id: a KPI is one, whether its values come per person or per team. */
export const metricKey = (metric: string) => metric.replace(/^team-kpi:/, "kpi:");
