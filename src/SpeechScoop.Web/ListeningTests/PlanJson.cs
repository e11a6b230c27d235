using System.Text.Json;
using SpeechScoop.ListeningTests;

namespace SpeechScoop.Web.ListeningTests;

/// <summary>A session's plan as JSON: what is stored.</summary>
internal static class PlanJson
{
    public static string Write(SessionPlan plan) => JsonSerializer.Serialize(plan, DefinitionJson.Options);

    public static SessionPlan Read(string json) => JsonSerializer.Deserialize<SessionPlan>(json, DefinitionJson.Options)
        ?? throw new InvalidOperationException("A stored plan is null.");
}
