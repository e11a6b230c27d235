namespace SpeechScoop.Web.Access;

/// <summary>Who may ask for what: the owner by the key, listeners by their links.</summary>
internal static class AccessRegistration
{
    public static IServiceCollection AddAccess(this IServiceCollection services) => services.AddSingleton<OwnerKeyHolder>().AddSingleton<ListenerPass>();
}
