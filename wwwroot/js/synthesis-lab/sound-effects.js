// @ts-check
// What listeners are asked about sounds that a text describes.

/** Two five-point scales: whether the sound fits its text, and how good it is. */
export const soundEffectScales = [
  {
    id: "fits-text", question: "How well does the sound fit the text?", minimum: 1, maximum: 5,
    points: [{ value: 5, label: "Completely" }, { value: 4, label: "Mostly" }, { value: 3, label: "Partly" }, { value: 2, label: "Hardly" }, { value: 1, label: "Not at all" }],
  },
  {
    id: "quality", question: "How good is the sound itself, whatever the text says?", minimum: 1, maximum: 5,
    points: [{ value: 5, label: "Excellent" }, { value: 4, label: "Good" }, { value: 3, label: "Fair" }, { value: 2, label: "Poor" }, { value: 1, label: "Bad" }],
  },
];
