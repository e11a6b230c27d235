using System.Text.Json;
using SpeechScoop.Browser.Tests.Hosting;

namespace SpeechScoop.Browser.Tests.ListeningTests;

/// <summary>What the switching player sends to the loudspeaker, sample by sample: its graph renders offline in a real Chromium while a script switches.</summary>
public sealed class SwitchingSoundTests(Application application)
{
    /// <summary>
    /// Six tones of different frequencies on one clock. Every output sample is compared with what must sound: the selected
    /// clip's own sample (exactly, while nothing fades), or that times the raised cosine of 5 ms.
    /// </summary>
    private const string Listening = """
        async ({ switches, seed, restart, rate }) => {
          const { SwitchPlayer } = await import("/js/playback/switch-player.js");
          const { fadeSeconds, renderLoop } = await import("/js/playback/envelope.js");
          let state = seed;
          const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
          const labels = ["reference", "A", "B", "C", "D", "E"], amplitude = 0.5, clipFrames = Math.round(1.3 * rate);
          const quantum = 128, fade = Math.round(fadeSeconds * rate), lead = Math.round(0.004 * rate);

          const plan = [];
          let at = Math.ceil(0.25 * rate / quantum) * quantum, active = 0;
          for (let i = 0; i < switches; i++) {
            active = (active + 1 + Math.floor(random() * (labels.length - 1))) % labels.length;
            plan.push({ frame: at, to: active });
            at += Math.ceil((0.05 + random() * 0.3) * rate / quantum) * quantum;
          }
          const context = new OfflineAudioContext(1, at, rate);
          const samples = labels.map((_, k) => Float32Array.from({ length: clipFrames }, (_, n) => amplitude * Math.sin(2 * Math.PI * (110 + 97 * k) * n / rate + k)));
          const clips = new Map(labels.map((label, k) => {
            const buffer = context.createBuffer(1, clipFrames, rate);
            buffer.copyToChannel(samples[k], 0);
            return [label, buffer];
          }));
          const player = new SwitchPlayer(context);
          player.load(clips, labels[0], { restartOnSwitch: restart });
          context.suspend(quantum / rate).then(() => { void player.play(); context.resume(); });
          for (const { frame, to } of plan) context.suspend(frame / rate).then(() => { player.switchTo(labels[to]); context.resume(); });
          const output = (await context.startRendering()).getChannelData(0);

          const loops = samples.map((clip) => renderLoop(clip, 0, clipFrames, rate));
          const cosine = (i) => 0.5 - 0.5 * Math.cos(Math.PI * Math.min(1, Math.max(0, i / fade)));
          const begun = Math.ceil((quantum / rate + 0.02) * rate);
          let sounding = 0, next = 0, from = begun, misaligned = 0, steady = 0, worstFade = 0, worstStep = 0, unselected = 0, loudest = 0;
          for (let n = 0; n < output.length; n++) {
            loudest = Math.max(loudest, Math.abs(output[n]));
            if (n > 0) worstStep = Math.max(worstStep, Math.abs(output[n] - output[n - 1]));
            while (next < plan.length && !restart && n >= plan[next].frame + lead + fade) sounding = plan[next++].to;
            if (restart) continue;
            const before = next > 0 ? plan[next - 1].frame + lead + fade : begun;
            const after = next < plan.length ? plan[next].frame + lead : Infinity;
            const value = n < begun ? 0 : loops[sounding][(n - begun) % clipFrames];
            const edge = 2; // curves begin and end within a sample of the plan
            if (n > before + fade + edge && n < after - edge) {
              steady++;
              if (output[n] !== value) misaligned++;
            } else if (n < begun - edge) {
              if (output[n] !== 0) unselected++;
            } else {
              const gain = n >= after - edge ? 1 - cosine(n - after) : cosine(n - before);
              worstFade = Math.max(worstFade, Math.abs(output[n] - gain * value));
            }
          }
          const slope = 2 * Math.PI * (110 + 97 * (labels.length - 1)) / rate + Math.PI / (2 * fade);
          return { switched: restart ? plan.length : next, steady, misaligned, unselected, worstFade, worstStep, allowedStep: amplitude * slope * 1.02, loudest };
        }
        """;

    [Theory]
    [InlineData(1, 48_000)]
    [InlineData(2, 44_100)]
    [InlineData(3, 48_000)]
    public async Task A_hundred_switches_at_random_keep_to_the_sample_make_no_step_and_let_nothing_else_through(int seed, int rate)
    {
        var heard = await ListenAsync(new { switches = 100, seed, restart = false, rate });
        Assert.Equal(100, heard.GetProperty("switched").GetInt32());
        Assert.True(heard.GetProperty("steady").GetInt32() > 10 * rate, $"{heard}");
        Assert.Equal(0, heard.GetProperty("misaligned").GetInt32());
        Assert.Equal(0, heard.GetProperty("unselected").GetInt32());
        // 65 points of the raised cosine, drawn with straight lines, and a sample's jitter of where the curve begins.
        Assert.InRange(heard.GetProperty("worstFade").GetDouble(), 0, 0.005);
        Assert.InRange(heard.GetProperty("worstStep").GetDouble(), 0, heard.GetProperty("allowedStep").GetDouble());
    }

    [Fact]
    public async Task Switching_that_begins_anew_makes_no_step_either()
    {
        var heard = await ListenAsync(new { switches = 100, seed = 4, restart = true, rate = 48_000 });
        Assert.InRange(heard.GetProperty("worstStep").GetDouble(), 0, heard.GetProperty("allowedStep").GetDouble());
        Assert.InRange(heard.GetProperty("loudest").GetDouble(), 0.49, 0.5);
    }

    private async Task<JsonElement> ListenAsync(object plan)
    {
        await using var page = await application.OpenAsync();
        await page.GoAsync("/systems");
        return await page.Page.EvaluateAsync<JsonElement>(Listening, plan);
    }
}
