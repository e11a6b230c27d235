using System.Diagnostics.CodeAnalysis;

namespace SpeechScoop;

/// <summary>A value, or the <see cref="Error"/> that stood in its way.</summary>
/// <typeparam name="T">What was asked for.</typeparam>
public readonly struct Result<T>
{
    private readonly T? value;

    private Result(T? value, Error? error) => (this.value, Error) = (value, error);

    /// <summary>The failure; <see langword="null"/> after success.</summary>
    public Error? Error { get; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The result is a failure: a bug in the caller, who must look first.</exception>
    public T Value => Error is null ? value! : throw new InvalidOperationException($"{Error.Code}: {Error.Message}");

    /// <summary>Looks at both sides at once: true with the value, or false with the error.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T found, [NotNullWhen(false)] out Error? error)
    {
        found = value;
        error = Error;
        return error is null;
    }

    /// <summary>Continues with the value; a failure passes through.</summary>
    public Result<TNext> Then<TNext>(Func<T, Result<TNext>> next) => Error is null ? next(value!) : Error;

    /// <summary>Changes the value; a failure passes through.</summary>
    public Result<TNext> Select<TNext>(Func<T, TNext> map) => Error is null ? map(value!) : Error;

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Error error) => new(default, error);

    /// <summary>A success, for types (interfaces) that C# does not convert implicitly.</summary>
    public static Result<T> Ok(T value) => new(value, null);
}
