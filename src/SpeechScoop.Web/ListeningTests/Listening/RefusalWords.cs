using Microsoft.Net.Http.Headers;

namespace SpeechScoop.Web.ListeningTests.Listening;

/// <summary>
/// What a listener reads whose link leads nowhere, in the languages of the listener's page. Such a link tells no test and so no language: the browser's
/// own is taken. The other words of the page are in <c>wwwroot/js/listening-tests/listener/words</c>, which a bad link cannot read.
/// </summary>
internal sealed record RefusalWords(string Language, string Title, string Unknown, string Expired)
{
    private static readonly RefusalWords[] All =
    [
        new("en", "There is no listening test here", "This link leads to no listening test. Check that it was copied as a whole.", "This link does not work any more. Ask whoever sent it for a new one."),
        new("de", "Hier ist kein Hörtest", "Dieser Link führt zu keinem Hörtest. Prüfen Sie, ob er vollständig kopiert wurde.", "Dieser Link gilt nicht mehr. Bitten Sie die Person, von der Sie ihn haben, um einen neuen."),
        new("fr", "Il n’y a pas de test d’écoute ici", "Ce lien ne mène à aucun test d’écoute. Vérifiez qu’il a été copié en entier.", "Ce lien n’est plus valable. Demandez-en un nouveau à la personne qui vous l’a envoyé."),
        new("es", "Aquí no hay ninguna prueba de escucha", "Este enlace no lleva a ninguna prueba de escucha. Compruebe que lo copió entero.", "Este enlace ya no es válido. Pida uno nuevo a quien se lo envió."),
        new("zh", "这里没有听音测试", "此链接没有对应的听音测试。请检查链接是否复制完整。", "此链接已失效。请向发送者索取新的链接。"),
        new("ja", "ここには聴取テストがありません", "このリンクに対応する聴取テストはありません。リンク全体がコピーされているか確認してください。", "このリンクは無効になりました。送信者に新しいリンクを依頼してください。"),
    ];

    /// <summary>In the first of the browser's languages that there is; else in English.</summary>
    /// <param name="accepted">The request's Accept-Language.</param>
    public static RefusalWords For(IList<StringWithQualityHeaderValue> accepted) => accepted.Where(language => language.Quality is null or > 0)
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => Array.Find(All, words => language.Value.StartsWith(words.Language, StringComparison.OrdinalIgnoreCase) && (language.Value.Length == 2 || language.Value[2] == '-')))
        .FirstOrDefault(words => words is not null) ?? All[0];

    /// <summary>What to say of a failure; its own English message where these have none.</summary>
    public string Of(Error error) => error.Code switch { "link-unknown" => Unknown, "link-expired" => Expired, _ => error.Message };
}
