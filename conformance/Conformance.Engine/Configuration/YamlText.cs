using Conformance.Reports.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Conformance.Engine.Configuration;

/// <summary>Reads the one document of a YAML text.</summary>
internal static class YamlText
{
    private const int LongestSaying = 300;

    /// <summary>The document's root; null where the text holds none.</summary>
    /// <exception cref="ConfigurationException">The message begins with file, line and column.</exception>
    public static YamlNode? Root(string text, string file)
    {
        // The loader calls itself for each level, so the events of the text are looked at before, one after the other.
        var bounds = new YamlBounds(file);
        Parse(
            text,
            file,
            parser =>
            {
                while (parser.MoveNext())
                    bounds.Take(parser.Current!);
            }
        );
        var stream = new YamlStream();
        Parse(text, file, stream.Load);
        return stream.Documents.Count <= 1
            ? stream.Documents.FirstOrDefault()?.RootNode
            : throw YamlMap.Refused(
                file,
                stream.Documents[1].RootNode,
                "expected one document, got a second one; join them"
            );
    }

    private static void Parse(string text, string file, Action<IParser> take)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            take(parser);
        }
        catch (YamlException e)
        {
            throw Refused(file, e.Start, e);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException)
        {
            // An escape such as \UFFFFFFFF, or an alias as a name: the last event is the nearest place known.
            throw Refused(file, parser.Current?.End ?? Mark.Empty, e);
        }
    }

    private static ConfigurationException Refused(string file, Mark at, Exception e) =>
        new($"{file}:{at.Line}:{at.Column}: {Shortened.OnALine(e.Message, LongestSaying)}", e);
}
