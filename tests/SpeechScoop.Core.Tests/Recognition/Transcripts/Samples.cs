using System.Text;
using SpeechScoop.Recognition.Transcripts;

namespace SpeechScoop.Tests.Recognition.Transcripts;

/// <summary>A small own document of each format, saying the same: <c>good morning all</c> and <c>let us begin</c>.</summary>
internal static class Samples
{
    public static IReadOnlyDictionary<string, (string Name, string Text)> All { get; } = new Dictionary<string, (string, string)>
    {
        ["trn"] = ("a.trn", ";; own\ngood morning all (ann-1)\nlet { us / 's } begin (ben-2)\n"),
        ["ctm"] = ("a.ctm", ";; own\nmeet 1 0.10 0.30 good 0.9\nmeet 1 0.50 0.40 morning\nmeet 1 1.00 0.20 all NA\nmeet 1 2.00 0.20 let 1\nmeet 1 2.30 0.10 us 0.5\nmeet 1 2.50 0.40 begin 0.7\n"),
        ["stm"] = ("a.stm", ";; own\nmeet 1 ann 0.00 1.50 <o,f0> good morning all\nmeet 1 ben 1.90 3.00 let us begin\nmeet 1 ben 3.00 4.00 IGNORE_TIME_SEGMENT_IN_SCORING\n"),
        ["seglst"] = ("a.json", """
            [
              {"session_id": "meet", "speaker": "ann", "start_time": 0.0, "end_time": "1.5", "words": "good morning all"},
              {"session_id": "meet", "speaker": "ben", "start_time": 1.9, "end_time": 3.0, "words": "let us begin"}
            ]
            """),
        ["jsonl"] = ("a.jsonl", "{\"audio_filepath\": \"wav/u1.wav\", \"duration\": 1.5, \"text\": \"good morning\", \"pred_text\": \"good morning all\"}\n{\"id\": \"u2\", \"pred_text\": \"let us begin\", \"speaker\": 7}\n"),
        ["events"] = ("a.events.jsonl",
            "{\"type\":\"header\",\"version\":1,\"recognizer\":\"own\",\"item\":\"ann-1\",\"audioSeconds\":2,\"feed\":\"real-time\"}\n{\"type\":\"partial\",\"audio\":1,\"wall\":1,\"segment\":0,\"text\":\"good mourning\"}\n"
            + "{\"type\":\"final\",\"audio\":2,\"wall\":2,\"segment\":0,\"text\":\"good morning all\"}\n"
            + "{\"type\":\"header\",\"version\":1,\"recognizer\":\"own\",\"item\":\"ben-2\",\"audioSeconds\":2,\"feed\":\"real-time\"}\n{\"type\":\"final\",\"audio\":2,\"wall\":2,\"segment\":0,\"text\":\"let us begin\"}\n"),
        ["csv"] = ("a.csv", "id,speaker,text,start,end\nu1,ann,\"good morning all\",0,1.5\nu2,ben,let us begin,1.9,3\n"),
        ["srt"] = ("meet.srt", "1\n00:00:00,000 --> 00:00:01,500\n<i>good morning</i>\nall\n\n2\n00:00:01,900 --> 00:00:03,000\n{\\an8}let us begin\n"),
        ["vtt"] = ("meet.vtt", "WEBVTT\nKind: captions\n\nNOTE own\n\nintro\n00:00.000 --> 00:01.500 align:start\n<v Ann>good morning all</v>\n\n00:00:01.900 --> 00:00:03.000\n<v Ben>let us begin\n"),
        ["textgrid"] = ("meet.TextGrid", """
            File type = "ooTextFile"
            Object class = "TextGrid"

            xmin = 0
            xmax = 3
            tiers? <exists>
            size = 2
            item []:
                item [1]:
                    class = "IntervalTier"
                    name = "ann"
                    xmin = 0
                    xmax = 3
                    intervals: size = 2
                    intervals [1]:
                        xmin = 0
                        xmax = 1.5
                        text = "good morning all"
                    intervals [2]:
                        xmin = 1.5
                        xmax = 3
                        text = ""
                item [2]:
                    class = "IntervalTier"
                    name = "ben"
                    xmin = 0
                    xmax = 3
                    intervals: size = 1
                    intervals [1]:
                        xmin = 1.9
                        xmax = 3
                        text = "let us begin"
            """),
        ["lines"] = ("a.txt", "good morning all\nlet us begin\n"),
        ["kaldi"] = ("text", "ann-1 good morning all\nben-2 let us begin\n"),
        ["openai"] = ("meet.json", """
            {"task": "transcribe", "language": "english", "duration": 3.0, "text": "good morning all let us begin",
             "segments": [{"id": 0, "start": 0.0, "end": 1.5, "text": " good morning all"}, {"id": 1, "start": 1.9, "end": 3.0, "text": " let us begin"}],
             "words": [{"word": "good", "start": 0.1, "end": 0.4}, {"word": "morning", "start": 0.5, "end": 0.9}]}
            """),
        ["deepgram"] = ("meet.json", """
            {"metadata": {"request_id": "r", "duration": 3.0}, "results": {"channels": [{"alternatives": [{"transcript": "good morning all let us begin", "confidence": 0.98, "words": [
              {"word": "good", "start": 0.1, "end": 0.4, "confidence": 0.9, "punctuated_word": "Good", "speaker": 0}, {"word": "morning", "start": 0.5, "end": 0.9, "speaker": 0},
              {"word": "all", "start": 1.0, "end": 1.2, "speaker": 0}, {"word": "let", "start": 2.0, "end": 2.2, "speaker": 1}, {"word": "us", "start": 2.3, "end": 2.4, "speaker": 1}, {"word": "begin", "start": 2.5, "end": 2.9, "speaker": 1}]}]}]}}
            """),
        ["elevenlabs"] = ("meet.json", """
            {"language_code": "eng", "language_probability": 0.99, "text": "good morning all let us begin", "words": [{"text": "good", "start": 0.1, "end": 0.4, "type": "word", "speaker_id": "speaker_0", "logprob": -0.1},
             {"text": " ", "start": 0.4, "end": 0.5, "type": "spacing", "speaker_id": "speaker_0"}, {"text": "morning all", "start": 0.5, "end": 1.2, "type": "word", "speaker_id": "speaker_0"},
             {"text": "(laughs)", "start": 1.2, "end": 1.5, "type": "audio_event"}, {"text": "let us begin", "start": 2.0, "end": 2.9, "type": "word", "speaker_id": "speaker_1"}]}
            """),
        ["assemblyai"] = ("meet.json", """
            {"id": "t1", "status": "completed", "audio_url": "https://example.org/a.wav", "text": "good morning all let us begin", "words": [{"text": "good", "start": 100, "end": 400, "confidence": 0.9, "speaker": "A"},
             {"text": "morning all", "start": 500, "end": 1200, "confidence": 0.8, "speaker": "A"}, {"text": "let us begin", "start": 2000, "end": 2900, "confidence": 0.8, "speaker": "B"}]}
            """),
        ["azure"] = ("meet.json", """
            {"durationMilliseconds": 3000, "combinedPhrases": [{"text": "good morning all let us begin"}], "phrases": [
              {"offsetMilliseconds": 100, "durationMilliseconds": 1100, "text": "good morning all", "speaker": 1, "locale": "en-US", "confidence": 0.9, "words": [{"text": "good", "offsetMilliseconds": 100, "durationMilliseconds": 300}]},
              {"offsetMilliseconds": 2000, "durationMilliseconds": 900, "text": "let us begin", "speaker": 2, "locale": "en-US", "confidence": 0.9, "words": []}]}
            """),
        ["google"] = ("meet.json", """
            {"results": [{"alternatives": [{"transcript": "good morning all", "confidence": 0.9, "words": [{"startOffset": "0.100s", "endOffset": "0.400s", "word": "good"}, {"startOffset": "0.5s", "endOffset": "1.2s", "word": "morning"}]}],
              "resultEndOffset": "1.5s", "languageCode": "en-us"}, {"alternatives": [{"transcript": " let us begin", "confidence": 0.9}], "resultEndOffset": "3s"}, {"resultEndOffset": "3s"}]}
            """),
        ["amazon"] = ("meet.json", """
            {"jobName": "j", "results": {"transcripts": [{"transcript": "good morning all, let us begin."}], "items": [
              {"type": "pronunciation", "start_time": "0.1", "end_time": "0.4", "alternatives": [{"confidence": "0.9", "content": "good"}], "speaker_label": "spk_0"},
              {"type": "pronunciation", "start_time": "0.5", "end_time": "1.2", "alternatives": [{"confidence": "0.9", "content": "morning all"}], "speaker_label": "spk_0"},
              {"type": "punctuation", "alternatives": [{"confidence": "0.0", "content": ","}]},
              {"type": "pronunciation", "start_time": "2.0", "end_time": "2.9", "alternatives": [{"confidence": "0.8", "content": "let us begin"}], "speaker_label": "spk_1"}]}, "status": "COMPLETED"}
            """),
        ["soniox"] = ("meet.json", """
            {"id": "x", "text": "good morning all let us begin", "tokens": [{"text": "go", "start_ms": 100, "end_ms": 200, "confidence": 0.9, "speaker": "1"}, {"text": "od", "start_ms": 200, "end_ms": 400, "confidence": 0.8, "speaker": "1"},
             {"text": " morning", "start_ms": 500, "end_ms": 900, "speaker": "1"}, {"text": " all", "start_ms": 1000, "end_ms": 1200, "speaker": "1"}, {"text": " let", "start_ms": 2000, "end_ms": 2200, "speaker": "2"},
             {"text": " us begin", "start_ms": 2300, "end_ms": 2900, "speaker": "2"}]}
            """),
    };

    public static TheoryData<string> Formats => [.. All.Keys];

    public static TranscriptInput Input(string format) => Input(All[format].Name, All[format].Text);

    public static TranscriptInput Input(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));
}
