using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR.Client;

namespace SpeechScoop.Web.Tests.Live.Bench;

/// <summary>What a browser sees of a trial over the hub.</summary>
internal sealed class Watcher
{
    private readonly TaskCompletionSource closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Watcher(HubConnection connection)
    {
        connection.On<string, string, int, string, string, double, double>("Partial", (trial, label, segment, stable, unstable, audio, delay) =>
            Partials.Enqueue((label, segment, $"{stable} {unstable}".Trim(), audio, delay)));
        Type[] final = [typeof(string), typeof(string), typeof(int), typeof(string), typeof(string[]), typeof(double[]), typeof(double[]), typeof(double), typeof(double)];
        connection.On("Final", final, values =>
        {
            Finals.Enqueue(((string)values[1]!, (int)values[2]!, (string)values[3]!, (string[])values[4]!, (double[])values[5]!, (double[])values[6]!));
            return Task.CompletedTask;
        });
        connection.On<string, string, double, double>("Finished", (trial, label, audio, processing) => Finished[label] = (audio, processing));
        connection.On<string, string, string, string>("Failed", (trial, label, code, message) => Failures[label] = message);
        connection.On<string>("Closed", _ => closed.TrySetResult());
    }

    public ConcurrentQueue<(string Label, int Segment, string Text, double Audio, double Delay)> Partials { get; } = new();

    public ConcurrentQueue<(string Label, int Segment, string Text, string[] Words, double[] Starts, double[] Ends)> Finals { get; } = new();

    public ConcurrentDictionary<string, (double Audio, double Processing)> Finished { get; } = new();

    public ConcurrentDictionary<string, string> Failures { get; } = new();

    public Task Closed => closed.Task.WaitAsync(TimeSpan.FromSeconds(30));

    public string TextOf(string label) => string.Join(' ', Finals.Where(final => final.Label == label).Select(final => final.Text));
}
