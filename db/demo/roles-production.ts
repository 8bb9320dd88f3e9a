import { type RoleSource, task } from "./role-source";

export const assemblers: RoleSource = {
  code: "51-2092.00",
  tasks: [
    task("20157", "Perform quality checks on products and parts", "complex", "high", 12, 5, 5),
    task("20160", "Review work orders and blueprints", "applied", "medium", 14, 5, 4),
    task("8468", "Rotate through all the tasks required in a production process", "routine", "low", 45, 4, 3),
    task("8469", "Determine work assignments and procedures", "applied", "medium", 18, 3, 4),
    task("20163", "Train employees on job procedures", "complex", "medium", 35, 2, 4),
  ],
  behaviours: [
    [
      "20157",
      "Quality Control Analysis",
      "fluency",
      4,
      "Checks the first piece against the drawing before releasing the batch",
    ],
    ["20157", "Quality Control Analysis", "judgment", 4, "Stops the line when two pieces in a row fail the same check"],
    ["20160", "Quality Control Analysis", "knowledge", 4, "Names the critical dimension of the order before starting"],
    ["8468", "Monitoring", "fluency", 3, "Signs the hand-over sheet with open issues at every rotation"],
    ["8469", "Monitoring", "judgment", 3, "Reports a missing part before it stops the station"],
    ["20160", "Monitoring", "knowledge", 4, "Compares the revision on the order with the revision on the drawing"],
    ["20163", "Instructing", "fluency", 3, "Lets the new colleague do the step and corrects afterwards"],
    ["20163", "Instructing", "knowledge", 3, "Explains why a step exists, not only how it is done"],
    ["8469", "Instructing", "judgment", 3, "Asks the colleague to repeat the safety-critical step aloud"],
  ],
};

export const machinists: RoleSource = {
  code: "51-4041.00",
  tasks: [
    task("20293", "Set up machine tools used to perform precision machining operations", "complex", "high", 55, 4, 5),
    task("3094", "Machine parts to specifications", "applied", "medium", 65, 5, 5),
    task("3095", "Measure completed units to check for defects", "applied", "high", 14, 5, 5),
    task("3097", "Align and secure holding fixtures onto machines", "routine", "medium", 20, 4, 4),
    task("3110", "Program numerically controlled machine tools", "complex", "high", 80, 3, 4),
  ],
  behaviours: [
    ["20293", "Quality Control Analysis", "fluency", 4, "Measures the first part after every tool change"],
    ["3095", "Quality Control Analysis", "knowledge", 4, "Chooses the gauge that resolves a tenth of the tolerance"],
    [
      "3095",
      "Quality Control Analysis",
      "judgment",
      4,
      "Quarantines the lot when a measurement drifts towards the limit",
    ],
    ["20293", "Operation and Control", "fluency", 4, "Runs the set-up checklist aloud with a second person"],
    ["3097", "Operation and Control", "fluency", 3, "Marks the fixture position before removing it"],
    ["3110", "Operation and Control", "knowledge", 4, "Simulates a changed program before cutting metal"],
    ["3094", "Operations Monitoring", "judgment", 4, "Reduces the feed at the first sound of chatter"],
    ["3094", "Operations Monitoring", "fluency", 3, "Records tool wear at the planned interval"],
    [
      "3110",
      "Operations Monitoring",
      "judgment",
      3,
      "Compares cycle time with the plan and reports the cause of a difference",
    ],
  ],
};

export const inspectors: RoleSource = {
  code: "51-9061.00",
  tasks: [
    task("12474", "Inspect materials, products or work for conformance to specifications", "applied", "high", 16, 5, 5),
    task("12480", "Measure dimensions of products", "routine", "medium", 9, 5, 4),
    task("12485", "Write inspection reports describing results", "applied", "medium", 22, 4, 4),
    task("20299", "Notify supervisors of production problems", "complex", "high", 8, 3, 5),
    task("20300", "Recommend necessary corrective actions", "complex", "high", 30, 3, 5),
  ],
  behaviours: [
    ["12474", "Quality Control Analysis", "fluency", 4, "Draws the sample by the plan, not from the top of the box"],
    ["12480", "Quality Control Analysis", "knowledge", 4, "Verifies the gauge's calibration date before measuring"],
    ["20299", "Quality Control Analysis", "judgment", 4, "Reports a suspected defect before the shift ends"],
    ["20300", "Critical Thinking", "judgment", 4, "Asks for the cause twice more after the first answer"],
    [
      "20300",
      "Critical Thinking",
      "knowledge",
      3,
      "Checks whether an earlier corrective action held before proposing a new one",
    ],
    ["12474", "Critical Thinking", "judgment", 3, "Says when a result cannot be decided and what is missing"],
    ["12485", "Writing", "fluency", 4, "States result, limit and instrument in the first line of a report"],
    ["12485", "Writing", "knowledge", 3, "Attaches a photograph with a scale to every rejection"],
    ["20299", "Writing", "fluency", 3, "Names part, place and time in every notice"],
  ],
};
