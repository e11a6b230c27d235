using Dapper;

namespace SpeechScoop.Storage.Datasets;

/// <summary>Datasets and their items.</summary>
public sealed class DatasetStore(Database database)
{
    private const string ItemSeconds =
        "coalesce(item.end_seconds, CAST(clip.frames AS REAL) / clip.sample_rate) - coalesce(item.start_seconds, 0)";

    private const string ListedItems =
        $"SELECT item.*, clip.name AS clip_name, {ItemSeconds} AS seconds FROM dataset_item item LEFT JOIN clip ON clip.sha256 = item.clip_sha256";

    private const string Summaries =
        $"""
        SELECT dataset.*, counted.items, counted.texts, counted.seconds,
               (SELECT count(*) FROM run WHERE run.dataset_id = dataset.id) AS runs
        FROM dataset
        JOIN (
          SELECT item.dataset_id, count(*) AS items, count(item.text) AS texts, sum({ItemSeconds}) AS seconds
          FROM dataset_item item LEFT JOIN clip ON clip.sha256 = item.clip_sha256
          GROUP BY item.dataset_id) counted ON counted.dataset_id = dataset.id
        """;

    /// <summary>Adds a dataset and its items in one piece.</summary>
    /// <returns><see cref="Error.Conflict"/> for a name that is taken.</returns>
    public Task<Result<Dataset>> CreateAsync(Dataset dataset, IReadOnlyList<DatasetItem> items) => database.WriteAsync<Dataset>(async (connection, transaction) =>
    {
        if (await connection.ExecuteScalarAsync<int>("SELECT count(*) FROM dataset WHERE name = @Name", new { dataset.Name }, transaction) > 0)
            return new Error.Conflict("dataset-name-taken", $"There is a dataset \"{dataset.Name}\" already. Choose another name, or delete that one first.");
        await connection.ExecuteAsync(
            "INSERT INTO dataset (id, name, kind, description, created_at) VALUES (@Id, @Name, @Kind, @Description, @CreatedAt)",
            new { dataset.Id, dataset.Name, Kind = Stored.Name(dataset.Kind), dataset.Description, dataset.CreatedAt }, transaction);
        await using var insert = new ManyInserts(connection, transaction, "dataset_item",
            "id", "dataset_id", "key", "position", "clip_sha256", "start_seconds", "end_seconds", "text", "language", "speaker", "attributes");
        foreach (var item in items)
            await insert.AddAsync(item.Id, item.DatasetId, item.Key, item.Position, item.ClipSha256, item.StartSeconds, item.EndSeconds, item.Text, item.Language, item.Speaker, item.Attributes);
        return dataset;
    });

    /// <summary>All datasets, the newest first.</summary>
    public Task<Result<IReadOnlyList<DatasetSummary>>> ListAsync() => database.ListAsync<DatasetSummary>($"{Summaries} ORDER BY dataset.created_at DESC, dataset.id DESC");

    /// <summary>Finds a dataset by its id, or by its name.</summary>
    /// <returns><see cref="Error.NotFound"/> where there is none.</returns>
    public Task<Result<DatasetSummary>> FindAsync(string idOrName) => database.FindAsync<DatasetSummary>(
        $"{Summaries} WHERE dataset.id = @idOrName OR dataset.name = @idOrName ORDER BY dataset.id = @idOrName DESC", new { idOrName },
        () => NotFound(idOrName));

    /// <summary>Removes a dataset. Its audio stays: it may be used elsewhere.</summary>
    /// <returns><see cref="Error.Conflict"/> while runs over it exist.</returns>
    public Task<Result<string>> DeleteAsync(string id) => database.WriteAsync<string>(async (connection, transaction) =>
    {
        var runs = await connection.ListAsync<string>("SELECT title FROM run WHERE dataset_id = @id ORDER BY created_at", new { id }, transaction);
        if (runs.Count > 0)
            return new Error.Conflict("dataset-in-use", $"{(runs.Count == 1 ? "A run uses" : $"{runs.Count} runs use")} this dataset, the first of them \"{runs[0]}\". Delete {(runs.Count == 1 ? "it" : "them")} first.");
        await connection.ExecuteAsync("DELETE FROM dataset_item WHERE dataset_id = @id", new { id }, transaction);
        return await connection.ExecuteAsync("DELETE FROM dataset WHERE id = @id", new { id }, transaction) == 1 ? id : NotFound(id);
    });

    /// <summary>A page of a dataset's items in their order, and how many match in all.</summary>
    /// <param name="search">Text that key, text, speaker, language or attributes must contain, in any case.</param>
    /// <param name="limit">1..500.</param>
    public Task<Result<(int Total, IReadOnlyList<ListedItem> Items)>> PageAsync(string datasetId, int offset, int limit, string? search = null) => database.ReadAsync(async connection =>
    {
        var parameters = new { datasetId, offset = Math.Max(0, offset), limit = Math.Clamp(limit, 1, 500), search = search is { Length: > 0 } ? Stored.Containing(search) : null };
        const string Matching =
            """
            item.dataset_id = @datasetId AND (@search IS NULL OR item.key LIKE @search ESCAPE '\' OR item.text LIKE @search ESCAPE '\'
              OR item.speaker LIKE @search ESCAPE '\' OR item.language LIKE @search ESCAPE '\' OR item.attributes LIKE @search ESCAPE '\')
            """;
        var total = await connection.ExecuteScalarAsync<int>($"SELECT count(*) FROM dataset_item item WHERE {Matching}", parameters);
        return (total, await connection.ListAsync<ListedItem>($"{ListedItems} WHERE {Matching} ORDER BY item.position LIMIT @limit OFFSET @offset", parameters));
    });

    /// <summary>All items of a dataset in their order.</summary>
    public Task<Result<IReadOnlyList<DatasetItem>>> ItemsAsync(string datasetId) => database.ListAsync<DatasetItem>("SELECT * FROM dataset_item WHERE dataset_id = @datasetId ORDER BY position", new { datasetId });

    /// <summary>Lengths of a dataset's recordings in seconds, in their order.</summary>
    public Task<Result<IReadOnlyList<double>>> SecondsAsync(string datasetId) => database.ListAsync<double>(
        $"""
        SELECT {ItemSeconds} FROM dataset_item item LEFT JOIN clip ON clip.sha256 = item.clip_sha256
        WHERE item.dataset_id = @datasetId AND {ItemSeconds} IS NOT NULL ORDER BY item.position
        """, new { datasetId });

    /// <summary>How long the items' recordings are, in seconds, by the items' ids; without those whose length is not known.</summary>
    public Task<Result<IReadOnlyDictionary<string, double>>> LengthsAsync(string datasetId) => database.ReadAsync(async connection =>
        (IReadOnlyDictionary<string, double>)(await connection.QueryAsync<(string Id, double Seconds)>(
            $"""
            SELECT item.id, {ItemSeconds} FROM dataset_item item LEFT JOIN clip ON clip.sha256 = item.clip_sha256
            WHERE item.dataset_id = @datasetId AND {ItemSeconds} IS NOT NULL
            """, new { datasetId })).ToDictionary(row => row.Id, row => row.Seconds, StringComparer.Ordinal));

    /// <summary>Names of the recordings of a dataset's items, by the items' ids.</summary>
    public Task<Result<IReadOnlyDictionary<string, string>>> RecordingNamesAsync(string datasetId) => database.ReadAsync(async connection =>
        (IReadOnlyDictionary<string, string>)(await connection.QueryAsync<(string Id, string Name)>(
            "SELECT item.id, clip.name FROM dataset_item item JOIN clip ON clip.sha256 = item.clip_sha256 WHERE item.dataset_id = @datasetId", new { datasetId }))
            .ToDictionary(row => row.Id, row => row.Name, StringComparer.Ordinal));

    /// <returns><see cref="Error.NotFound"/> for an unknown id.</returns>
    public Task<Result<ListedItem>> FindItemAsync(string id) => database.FindAsync<ListedItem>(
        $"{ListedItems} WHERE item.id = @id", new { id },
        () => new("item-not-found", "There is no such item. Its dataset may have been deleted; reload the page."));

    private static Error.NotFound NotFound(string id) =>
        new("dataset-not-found", $"There is no dataset \"{id[..Math.Min(id.Length, 100)]}\". The page /datasets and GET /api/datasets list those that exist.");
}
