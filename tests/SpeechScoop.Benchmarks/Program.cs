using BenchmarkDotNet.Running;
using SpeechScoop.Benchmarks.Load;
using SpeechScoop.Benchmarks.Load.Listeners;
using SpeechScoop.Benchmarks.Metrics;
using SpeechScoop.Benchmarks.Pipeline;
using SpeechScoop.Benchmarks.Recognition;
using SpeechScoop.Inference.Sessions;

// Before anything touches ONNX Runtime: its telemetry is decided when its library loads.
OrtTelemetry.Disable();

// board: recognizers compared over very many recordings; load: many microphones against a running server; listeners: many listeners against a server of its own; metrics: each on ten seconds; pipeline: a recognition next to its bare model; else BenchmarkDotNet.
return args switch
{
    ["board", .. var rest] => await BoardCommand.RunAsync(rest),
    ["load", .. var rest] => await LoadCommand.RunAsync(rest),
    ["listeners", .. var rest] => await ListenersCommand.RunAsync(rest),
    ["metrics", .. var rest] => MetricsCommand.Run(rest),
    ["pipeline", .. var rest] => await PipelineCommand.RunAsync(rest),
    _ => BenchmarkSwitcher.FromAssembly(System.Reflection.Assembly.GetExecutingAssembly()).Run(args).Any() ? 0 : 1,
};
