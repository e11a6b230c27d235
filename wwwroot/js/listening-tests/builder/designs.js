// @ts-check
/** @typedef {import("./types.js").Design} Design */

/**
 * What each design is for.
 * @type {readonly { id: Design, title: string, use: string, needs: "reference" | "two" | "" }[]}
 */
export const designs = [
  { id: "mushra", title: "MUSHRA", use: "Grade several systems beside the original, 0 to 100. For codecs and tokenizers.", needs: "reference" },
  { id: "acr", title: "ACR (MOS)", use: "One clip a page, bad to excellent. For a mean opinion score of voices.", needs: "" },
  { id: "ccr", title: "CCR (CMOS)", use: "How much better or worse is the second clip? For two versions of one voice.", needs: "two" },
  { id: "ab", title: "AB preference", use: "Which of two clips is better? For a quick decision between two systems.", needs: "two" },
  { id: "abx", title: "ABX", use: "Is X the clip A or B? To find out whether a difference can be heard at all.", needs: "two" },
  { id: "dcr", title: "DCR (DMOS)", use: "How annoying is what was done to the original? For audible degradations.", needs: "reference" },
  { id: "bs1116", title: "BS.1116", use: "Find and grade the impaired clip of two. For small impairments and trained ears.", needs: "reference" },
  { id: "p835", title: "P.835", use: "Voice, background and overall quality apart. For noise suppression.", needs: "" },
  { id: "likert", title: "Own scales", use: "Your questions with your labels: naturalness, similarity, liveliness.", needs: "" },
  { id: "arena", title: "Arena", use: "Any number of systems in pairs, for as long as listeners like. Gives a ranking.", needs: "two" },
  { id: "transcription", title: "Transcription", use: "Listeners type what they hear. Scored as word error rate.", needs: "" },
];

/** @param {Design} id */
export const designTitle = (id) => designs.find((design) => design.id === id)?.title ?? id;

/** Languages that the listener's page speaks. @type {readonly (readonly [code: string, name: string])[]} */
export const languages = [["en", "English"], ["de", "Deutsch"], ["fr", "Français"], ["es", "Español"], ["zh", "中文"], ["ja", "日本語"]];
