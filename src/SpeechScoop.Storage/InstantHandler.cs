using System.Data;
using System.Globalization;
using Dapper;

namespace SpeechScoop.Storage;

/// <summary>Instants as ISO-8601 text in UTC with seven decimals, so that text order is time order.</summary>
internal sealed class InstantHandler : SqlMapper.TypeHandler<DateTimeOffset>
{
    public static string Format(DateTimeOffset instant) => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) => parameter.Value = Format(value);

    public static DateTimeOffset Read(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    public override DateTimeOffset Parse(object value) => Read((string)value);
}
