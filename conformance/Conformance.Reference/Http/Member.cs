using System.Text.Json;

namespace Conformance.Reference.Http;

/// <summary>What is wrong with a value of the right kind (expected, got), or null when nothing is.</summary>
public delegate string? Check<in T>(T value);

/// <summary>One member of a request body and what is demanded of it.</summary>
/// <param name="Path">Its path from the top, such as <c>clientInfo.sdkVersion</c>.</param>
/// <param name="IsRequired">Whether it has to be there. Null counts as not there (interpretation R8).</param>
/// <param name="Kind">Reads the JSON value: one of <see cref="JsonKinds"/>.</param>
/// <param name="Check">Says what is wrong with a value of that kind.</param>
public sealed record Member<T>(string Path, bool IsRequired, Func<JsonElement, ReadValue<T>> Kind, Check<T> Check)
{
    private string Name => Path[(Path.LastIndexOf('.') + 1)..];

    /// <summary>
    /// Reads the member out of the object that holds it. Absent or wrong, the result is the default of
    /// <typeparamref name="T"/>; what is wrong is added to <paramref name="faults"/>.
    /// </summary>
    public T? Read(JsonElement holder, ICollection<FieldFault> faults)
    {
        if (!holder.TryGetProperty(Name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            if (IsRequired)
                faults.Add(new FieldFault(Path, "expected a value, got none: this member is required"));
            return default;
        }
        var read = Kind(value);
        var complaint = read.Complaint ?? Check(read.Value!);
        if (complaint is null)
            return read.Value;
        faults.Add(new FieldFault(Path, complaint));
        return default;
    }
}

/// <summary>Members by their kind.</summary>
public static class Member
{
    public static Member<string> Text(string path, bool isRequired, Check<string> check) =>
        new(path, isRequired, JsonKinds.Text, check);

    public static Member<long> Integer(string path, bool isRequired) =>
        new(path, isRequired, JsonKinds.Integer, Checks.Nothing);

    public static Member<JsonElement> Object(string path, bool isRequired) =>
        new(path, isRequired, JsonKinds.Object, Checks.Nothing);
}
