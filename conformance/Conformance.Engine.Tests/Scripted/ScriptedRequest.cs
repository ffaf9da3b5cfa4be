using System.Text;
using Conformance.Generators;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Scripted;

/// <summary>A request as the scripted target got it.</summary>
/// <param name="Turn">Its number, from 1.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Target">Path and query.</param>
/// <param name="Bytes">Bytes of the body; empty where there is none.</param>
/// <param name="Headers">Header lines, those of the body left out.</param>
internal sealed record ScriptedRequest(
    int Turn,
    string Method,
    string Target,
    ReadOnlyMemory<byte> Bytes,
    ImmutableArray<Header> Headers
)
{
    public string Body => Encoding.UTF8.GetString(Bytes.Span);

    /// <summary>The body as JSON, or null where it is none.</summary>
    public JsonValue? Json
    {
        get
        {
            try
            {
                return JsonValue.Parse(Body);
            }
            catch (FormatException)
            {
                return null;
            }
        }
    }

    /// <summary>The value at this path of the body, or null.</summary>
    public JsonValue? At(string path) => Json?.At(path);

    /// <summary>The text at this path of the body; null where there is none, or no text.</summary>
    public string? TextAt(string path) => At(path) is JsonText text ? text.Value : null;

    /// <summary>The segment of the path with this index, decoded: 0 is the first.</summary>
    public string Segment(int index) => Uri.UnescapeDataString(Target.Split('?')[0].Split('/')[index + 1]);
}
