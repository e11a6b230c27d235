using SpeechScoop.Storage.Datasets;

namespace SpeechScoop.Web.Datasets;

/// <summary>Datasets: what systems are compared on.</summary>
internal static class DatasetsFeature
{
    public static IServiceCollection AddDatasets(this IServiceCollection services) => services.AddSingleton<DatasetStore>();
}
