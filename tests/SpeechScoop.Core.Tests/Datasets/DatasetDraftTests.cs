using SpeechScoop.Datasets;
using SpeechScoop.Datasets.Formats;

namespace SpeechScoop.Core.Tests.Datasets;

public sealed class DatasetDraftTests
{
    private static DatasetFile File(string name, double seconds = 3) => new(name, name.PadLeft(64, '0'), seconds);

    private static DatasetDraft Read(string list, string text, params DatasetFile[] files) => DatasetDraft.Of(DatasetFormats.Read(list, text, files.Length > 0).Rows, files);

    [Fact]
    public void Without_a_list_every_recording_is_an_item_named_by_its_path()
    {
        var draft = DatasetDraft.Of(null, [File("kitchen/a.wav"), File("b.flac")]);
        Assert.Empty(draft.Problems);
        Assert.Equal((DatasetKind.Recordings, "kitchen/a", "b"), (draft.Kind, draft.Items[0].Key, draft.Items[1].Key));
        Assert.Equal((3.0, null), (draft.Items[0].Seconds, draft.Items[0].Text));
    }

    [Fact]
    public void A_table_gives_text_speaker_times_and_attributes_and_finds_files_by_the_end_of_their_path()
    {
        var draft = Read("list.csv", "file,text,speaker,start,end,Accent\n/home/me/set/a.wav,hello there,ann,0.5,1.5,scottish\nB.WAV,\"yes, sir\",bob,,,\n", File("set/a.wav"), File("set/b.wav"));
        Assert.Empty(draft.Problems);
        Assert.Equal(("set/a-0.50", "hello there", "ann", 0.5, 1.5, 1.0), (draft.Items[0].Key, draft.Items[0].Text, draft.Items[0].Speaker, draft.Items[0].Start, draft.Items[0].End, draft.Items[0].Seconds));
        Assert.Equal("scottish", draft.Items[0].Attributes["accent"]);
        Assert.Equal(("set/b", "yes, sir", 3.0), (draft.Items[1].Key, draft.Items[1].Text, draft.Items[1].Seconds));
        Assert.Empty(draft.Items[1].Attributes);
    }

    [Fact]
    public void A_manifest_of_json_lines_is_read_with_offsets_and_unknown_members_are_attributes()
    {
        var draft = Read("m.jsonl", """
            {"audio_filepath": "x/a.wav", "duration": 1.5, "offset": 1, "text": "one", "noise": "street", "snr": 12.5, "clean": false, "words": [1]}

            {"audio_filepath": "x/b.wav", "duration": 2.0, "text": ""}
            """, File("a.wav"), File("b.wav"));
        Assert.Empty(draft.Problems);
        Assert.Equal((1.0, 2.5), (draft.Items[0].Start, draft.Items[0].End));
        Assert.Equal(["clean=false", "noise=street", "snr=12.5"], draft.Items[0].Attributes.Select(attribute => $"{attribute.Key}={attribute.Value}").Order());
        // A duration without an offset is the whole file's; an empty text says that nothing is said.
        Assert.Equal((null, null, ""), (draft.Items[1].Start, draft.Items[1].End, draft.Items[1].Text));
        Assert.Contains(draft.Notes, note => note.Contains("'words'", StringComparison.Ordinal));
        Assert.Contains(draft.Notes, note => note.Contains("empty text", StringComparison.Ordinal));
    }

    [Fact]
    public void Plain_lines_are_prompts_with_numbered_keys()
    {
        var draft = Read("prompts.txt", "\uFEFFFirst one.\r\n\r\n  Second\tone.  \n");
        Assert.Equal(DatasetKind.Prompts, draft.Kind);
        Assert.Equal([("p001", "First one."), ("p002", "Second one.")], draft.Items.Select(item => (item.Key, item.Text!)));
    }

    [Fact]
    public void A_table_without_files_is_matched_by_key()
    {
        var draft = Read("list.tsv", "key\ttext\nutt1\thello\n", File("audio/utt1.wav"));
        Assert.Empty(draft.Problems);
        Assert.Equal(("utt1", "hello", "audio/utt1.wav"), (draft.Items[0].Key, draft.Items[0].Text, draft.Items[0].File));
    }

    [Fact]
    public void Every_problem_is_named_with_its_line()
    {
        var draft = Read("list.csv", "key,file,text,start,end\na,a.wav,x,5,\nb,gone.wav,x,,\na,b.wav,x,2,1\nc,c.wav,x,soon,\nd,same.wav,x,,\nb,b.wav,x,,\nb,b.wav,x,,\n",
            File("a.wav"), File("b.wav"), File("c.wav"), File("one/same.wav"), File("two/same.wav"));
        var problems = draft.Problems.Select(problem => problem.ToString()).ToArray();
        Assert.Contains(problems, problem => problem.StartsWith("list.csv, line 2: The item starts at 5 s, but its recording lasts 3 s", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.StartsWith("list.csv, line 3: The recording 'gone.wav' is not among the 5 files", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.StartsWith("list.csv, line 4: The item ends at 1 s, before it starts", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.StartsWith("list.csv, line 5: start is 'soon'", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.StartsWith("list.csv, line 6: 'same.wav' could be one/same.wav or two/same.wav", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.StartsWith("list.csv, line 8: The key 'b' occurs twice, first at list.csv, line 7", StringComparison.Ordinal));
        Assert.Equal(6, problems.Length);
    }

    [Theory]
    [InlineData("list.csv", "colour,shape\nred,round\n", "none of them is key, file or text")]
    [InlineData("list.csv", "text\n\"open\n", "never closes")]
    [InlineData("list.csv", "text\n", "no rows")]
    [InlineData("m.jsonl", "{\"text\": \"a\"}\n{\"text\": \n", "line 2")]
    [InlineData("m.jsonl", "[1, 2]", "entry 1")]
    [InlineData("m.jsonl", "{\"colour\": 1}", "neither key nor file nor text")]
    [InlineData("m.json", "[{\"text\": \"a\"}", "not JSON")]
    [InlineData("prompts.txt", "  \n \n", "empty")]
    [InlineData("pictures.png", "x", "not in a format")]
    [InlineData("list.csv", "key,text\nk,\n", "no text to speak")]
    public void What_cannot_be_read_says_why(string name, string text, string reason)
    {
        var draft = Read(name, text);
        Assert.Contains(draft.Problems, problem => problem.ToString().Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_at_all_is_a_problem()
    {
        Assert.Single(DatasetDraft.Of(null, []).Problems);
    }

    [Fact]
    public void Random_bytes_in_any_format_never_throw()
    {
        var random = new SeededRandom(5);
        const string alphabet = "{}[]\",:;\t\n\r\\/ aé\0key,text0.1-eE";
        for (var i = 0; i < 20_000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(60)).Select(_ => alphabet[random.Next(alphabet.Length)])]);
            foreach (var name in new[] { "a.csv", "a.jsonl", "a.json", "a.txt" }) _ = Read(name, (i % 2 == 0 ? "key,text\n" : "{\"key\":") + text);
        }
    }

    [Fact]
    public void The_lists_that_come_along_are_datasets_without_problems()
    {
        Assert.All(PromptList.All, list =>
        {
            var draft = DatasetDraft.Of(list.Rows(), []);
            Assert.Empty(draft.Problems);
            Assert.True(draft.Items.Count >= 30);
        });
        Assert.Contains(PromptList.All[0].Rows().Rows, row => row.Attributes.GetValueOrDefault("case") == "tongue-twister");
    }
}
