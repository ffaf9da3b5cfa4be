using System.Text;
using Conformance.Generators;

namespace Conformance.Engine.Requests;

/// <summary>The same body, written differently.</summary>
internal static class Layout
{
    /// <summary>Members in reverse order, those of nested objects too, with white space between all tokens.</summary>
    public static RequestDraft Reversed(RequestDraft request)
    {
        var text = new StringBuilder();
        Write(request.WireBody!, text);
        return request with { Body = new JsonRaw(text.ToString()) };
    }

    private static void Write(JsonValue value, StringBuilder text)
    {
        if (value is not JsonObject members)
        {
            text.Append(value.ToJson());
            return;
        }
        text.Append("{\n");
        var separator = "";
        foreach (var property in members.Properties.Reverse())
        {
            text.Append(separator).Append("\t ").Append(new JsonText(property.Name).ToJson()).Append(" :\r\n ");
            Write(property.Value, text);
            separator = " ,\n";
        }
        text.Append(" }\n");
    }
}
