using SpeechScoop.ListeningTests;

namespace SpeechScoop.Web.ListeningTests.Building;

/// <summary>A test out of uploaded files.</summary>
/// <param name="Design">How it asks.</param>
/// <param name="Options">Title and what else is chosen.</param>
/// <param name="Files">Audio that was uploaded as clips before (<c>POST /api/clips</c>), by the name that it has at the user's.</param>
/// <param name="Csv">A table <c>condition,item,file[,reference,transcript]</c>; null where folders say it.</param>
internal sealed record FromFiles(TrialDesign Design, TemplateOptions Options, IReadOnlyList<UploadedFile> Files, string? Csv = null);

/// <summary>An uploaded file.</summary>
/// <param name="Name">Its path at the user's: <c>condition/item.wav</c>.</param>
/// <param name="Sha256">The clip.</param>
internal sealed record UploadedFile(string Name, string Sha256);
