<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AuditEntry</name>
    <message>
        <source>This is no line of an audit log</source>
        <translation>这不是审计日志的一行</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Stop now</source>
        <translation>立即停止</translation>
    </message>
    <message>
        <source>Stop gracefully</source>
        <translation>平稳停止</translation>
    </message>
    <message>
        <source>Cancel the stop</source>
        <translation>取消停止</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Kick</source>
        <translation>踢出</translation>
    </message>
    <message>
        <source>Ban</source>
        <translation>封禁</translation>
    </message>
    <message>
        <source>Lift a ban</source>
        <translation>解除封禁</translation>
    </message>
    <message>
        <source>Put into a room</source>
        <translation>放入房间</translation>
    </message>
    <message>
        <source>Take out of a room</source>
        <translation>移出房间</translation>
    </message>
    <message>
        <source>Change an option</source>
        <translation>更改选项</translation>
    </message>
    <message>
        <source>Entries lost</source>
        <translation>丢失的条目</translation>
    </message>
</context>
<context>
    <name>AuditWords</name>
    <message>
        <source>user %1</source>
        <translation>用户 %1</translation>
    </message>
    <message>
        <source>address %1</source>
        <translation>地址 %1</translation>
    </message>
    <message>
        <source>room %1</source>
        <translation>房间 %1</translation>
    </message>
    <message>
        <source>endpoint %1</source>
        <translation>端点 %1</translation>
    </message>
    <message>
        <source>ban %1</source>
        <translation>封禁 %1</translation>
    </message>
</context>
<context>
    <name>ClearButton</name>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Empty this field</source>
        <translation>清空此输入框</translation>
    </message>
</context>
<context>
    <name>Delivery</name>
    <message>
        <source>%1 sent · %2 buffered · %3 dropped · %4 gone</source>
        <translation>已发送 %1 · 已缓冲 %2 · 已丢弃 %3 · 已离开 %4</translation>
    </message>
    <message>
        <source>Banned</source>
        <translation>已封禁</translation>
    </message>
</context>
<context>
    <name>DeliveryTally</name>
    <message>
        <source>The connection has ended</source>
        <translation>连接已结束</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>one record</source>
        <translation>1 条记录</translation>
    </message>
    <message>
        <source>%1 records</source>
        <translation>%1 条记录</translation>
    </message>
    <message>
        <source>Exported %1, %2, to %3.</source>
        <translation>已导出 %1（%2）到 %3。</translation>
    </message>
    <message>
        <source>Secrets in the messages of %1 are hidden.</source>
        <translation>%1的消息中的机密已隐藏。</translation>
    </message>
    <message>
        <source>The payloads of %1 had been released and are not in it.</source>
        <translation>%1的载荷已被释放，未包含在文件中。</translation>
    </message>
    <message>
        <source>Records that are written</source>
        <translation>已写入的记录</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Export the log</source>
        <translation>导出日志</translation>
    </message>
    <message>
        <source>The log as it was at %1; what comes later is not in it.</source>
        <translation>%1 时的日志；此后的内容不包含在内。</translation>
    </message>
    <message>
        <source>Open the folder that the file is in</source>
        <translation>打开文件所在的文件夹</translation>
    </message>
    <message>
        <source>Copy the file&apos;s path</source>
        <translation>复制文件的路径</translation>
    </message>
    <message>
        <source>no row is selected</source>
        <translation>未选择任何行</translation>
    </message>
    <message>
        <source>the filter is still looking</source>
        <translation>过滤器仍在查找</translation>
    </message>
    <message>
        <source>the filter accepts none</source>
        <translation>过滤器不接受任何记录</translation>
    </message>
    <message>
        <source>There is no record to export.</source>
        <translation>没有可导出的记录。</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>导出 %1</translation>
    </message>
    <message>
        <source>Write the file</source>
        <translation>写入文件</translation>
    </message>
    <message>
        <source>Cancelled after %1 of %2. No file was written.</source>
        <translation>已在 %1 / %2处取消。没有写入文件。</translation>
    </message>
    <message>
        <source>Not exported: %1. No half file is left.</source>
        <translation>未导出：%1。没有留下不完整的文件。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop, and leave no file</source>
        <translation>停止，且不留下文件</translation>
    </message>
    <message>
        <source>the filter was changed; open this again</source>
        <translation>过滤器已更改；请重新打开此对话框</translation>
    </message>
</context>
<context>
    <name>Filter</name>
    <message>
        <source>The closing quote is missing.</source>
        <translation>缺少右引号。</translation>
    </message>
    <message>
        <source>A space is missing after the closing quote; a quote inside is written \&quot;.</source>
        <translation>右引号之后缺少空格；引号内的引号写作 \&quot;。</translation>
    </message>
</context>
<context>
    <name>JsonTreeView</name>
    <message>
        <source>Copy value</source>
        <translation>复制值</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Payload as a tree</source>
        <translation>树形载荷</translation>
    </message>
    <message>
        <source>Expand all</source>
        <translation>全部展开</translation>
    </message>
    <message>
        <source>Unfold every object and array</source>
        <translation>展开每个对象和数组</translation>
    </message>
    <message>
        <source>Collapse all</source>
        <translation>全部折叠</translation>
    </message>
    <message>
        <source>Show only what is outermost</source>
        <translation>只显示最外层</translation>
    </message>
    <message>
        <source>Select a value first</source>
        <translation>请先选择一个值</translation>
    </message>
    <message>
        <source>A text without its quotes and escapes, anything else as it was sent. Secrets in it are copied too.</source>
        <translation>文本不带引号和转义，其他按发送时的原样。其中的机密也会被复制。</translation>
    </message>
    <message>
        <source>Where the value stands, as a JSONPath: $.items[3].name</source>
        <translation>值所在的位置，以 JSONPath 表示：$.items[3].name</translation>
    </message>
</context>
<context>
    <name>LogModel</name>
    <message>
        <source>The record&apos;s number; filters do not change it. ◆: marked (Ctrl+M)</source>
        <translation>记录的编号；过滤器不会改变它。◆：已标记 (Ctrl+M)</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>↑ client → server, ↓ server → client, or what happened</source>
        <translation>↑ 客户端 → 服务器，↓ 服务器 → 客户端，或发生的事件</translation>
    </message>
    <message>
        <source>↑↓</source>
        <translation>↑↓</translation>
    </message>
    <message>
        <source>How many clients it was sent to</source>
        <translation>发送给了多少个客户端</translation>
    </message>
    <message>
        <source>To</source>
        <translation>接收数</translation>
    </message>
    <message>
        <source>The client it came from; after →, whom it was sent to, and how many of them</source>
        <translation>来自哪个客户端；→ 之后是发送给谁以及多少个</translation>
    </message>
    <message>
        <source>Connection / room</source>
        <translation>连接 / 房间</translation>
    </message>
    <message>
        <source>The message&apos;s type, or its opcode</source>
        <translation>消息的类型，或它的操作码</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Length of the payload</source>
        <translation>载荷的长度</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>The telling part of the payload</source>
        <translation>载荷中最能说明问题的部分</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>#%1</source>
        <translation>#%1</translation>
    </message>
    <message>
        <source>marked</source>
        <translation>已标记</translation>
    </message>
    <message>
        <source>time reference</source>
        <translation>时间参考点</translation>
    </message>
    <message>
        <source>colour rule: %1</source>
        <translation>颜色规则：%1</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Copied %1</source>
        <translation>已复制 %1</translation>
    </message>
    <message>
        <source>%1 – Signalbox</source>
        <translation>%1 – Signalbox</translation>
    </message>
    <message>
        <source>The log does not hold this refusal (any more)</source>
        <translation>日志中没有（或不再有）这次拒绝</translation>
    </message>
</context>
<context>
    <name>Measure</name>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>kB</source>
        <translation>kB</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>GB</translation>
    </message>
    <message>
        <source>TB</source>
        <translation>TB</translation>
    </message>
    <message>
        <source>KiB</source>
        <translation>KiB</translation>
    </message>
    <message>
        <source>MiB</source>
        <translation>MiB</translation>
    </message>
    <message>
        <source>GiB</source>
        <translation>GiB</translation>
    </message>
    <message>
        <source>TiB</source>
        <translation>TiB</translation>
    </message>
</context>
<context>
    <name>OperatorDesk</name>
    <message>
        <source>Only text and binary messages can be sent</source>
        <translation>只能发送文本和二进制消息</translation>
    </message>
    <message>
        <source>The text is not valid UTF-8</source>
        <translation>文本不是有效的 UTF-8</translation>
    </message>
    <message>
        <source>Its buffer was full</source>
        <translation>它的缓冲区已满</translation>
    </message>
    <message>
        <source>%1 is not a code that a server may close with</source>
        <translation>%1 不是服务器可以使用的关闭码</translation>
    </message>
    <message>
        <source>The reason is longer than %1 bytes</source>
        <translation>原因超过 %1 字节</translation>
    </message>
    <message>
        <source>The room has no name</source>
        <translation>房间没有名称</translation>
    </message>
    <message>
        <source>The connection has ended</source>
        <translation>连接已结束</translation>
    </message>
    <message>
        <source>Its endpoint has no rooms</source>
        <translation>它的端点没有房间</translation>
    </message>
    <message>
        <source>It is in too many rooms</source>
        <translation>它加入的房间过多</translation>
    </message>
    <message>
        <source>It is not in this room</source>
        <translation>它不在这个房间里</translation>
    </message>
    <message>
        <source>There is no endpoint %1</source>
        <translation>没有端点 %1</translation>
    </message>
    <message>
        <source>There is no room %1</source>
        <translation>没有房间 %1</translation>
    </message>
    <message>
        <source>The connection is closing</source>
        <translation>连接正在关闭</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>Kept setting ignored: %1</source>
        <translation>已忽略保存的设置：%1</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Test client</source>
        <translation>测试客户端</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>It ended before that was done.</source>
        <translation>未能完成，已经结束。</translation>
    </message>
</context>
<context>
    <name>RuleColour</name>
    <message>
        <source>red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>amber</source>
        <translation>琥珀色</translation>
    </message>
    <message>
        <source>green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>teal</source>
        <translation>青色</translation>
    </message>
    <message>
        <source>violet</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>灰色</translation>
    </message>
</context>
<context>
    <name>ServerState</name>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>服务中</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
</context>
<context>
    <name>signalbox</name>
    <message>
        <source>The server refused the upgrade with HTTP %1</source>
        <translation>服务器拒绝升级，返回 HTTP %1</translation>
    </message>
    <message>
        <source>The server&apos;s answer is not a WebSocket handshake: %1</source>
        <translation>服务器的回复不是 WebSocket 握手：%1</translation>
    </message>
    <message>
        <source>Connection refused: nothing listens on %1, port %2</source>
        <translation>连接被拒绝：%1 的端口 %2 上没有程序监听</translation>
    </message>
    <message>
        <source>The host “%1” was not found</source>
        <translation>找不到主机“%1”</translation>
    </message>
    <message>
        <source>The host did not answer in time</source>
        <translation>主机没有及时应答</translation>
    </message>
    <message>
        <source>The TLS handshake failed: %1</source>
        <translation>TLS 握手失败：%1</translation>
    </message>
    <message>
        <source>The server hung up before it answered the handshake</source>
        <translation>服务器在应答握手之前断开了连接</translation>
    </message>
    <message>
        <source>The server did not complete the handshake within %1</source>
        <translation>服务器没有在 %1 内完成握手</translation>
    </message>
    <message>
        <source>“%1” is not a header name</source>
        <translation>“%1”不是请求头名称</translation>
    </message>
    <message>
        <source>Subprotocols have their own field, they are not a header here</source>
        <translation>子协议有专门的输入框，不能写在请求头里</translation>
    </message>
    <message>
        <source>The header %1 is set by the handshake itself</source>
        <translation>请求头 %1 由握手自行设置</translation>
    </message>
    <message>
        <source>The value of the header %1 has a line break or another control character</source>
        <translation>请求头 %1 的值含有换行或其他控制字符</translation>
    </message>
    <message>
        <source>“%1” is not a URL such as ws://127.0.0.1:3001/</source>
        <translation>“%1”不是像 ws://127.0.0.1:3001/ 这样的 URL</translation>
    </message>
    <message>
        <source>The URL must begin with ws:// or wss://</source>
        <translation>URL 必须以 ws:// 或 wss:// 开头</translation>
    </message>
    <message>
        <source>The URL of a WebSocket has no #fragment</source>
        <translation>WebSocket 的 URL 不能有 #片段</translation>
    </message>
    <message>
        <source>Put user and password into an Authorization header, not into the URL</source>
        <translation>请把用户名和密码放进 Authorization 请求头，不要写在 URL 里</translation>
    </message>
    <message>
        <source>The URL&apos;s port may not be 0</source>
        <translation>URL 的端口不能是 0</translation>
    </message>
    <message>
        <source>“%1” is not a subprotocol&apos;s name</source>
        <translation>“%1”不是子协议名称</translation>
    </message>
    <message>
        <source>The subprotocol “%1” is there twice</source>
        <translation>子协议“%1”出现了两次</translation>
    </message>
    <message>
        <source>It is empty</source>
        <translation>内容为空</translation>
    </message>
    <message>
        <source>It is longer than %1 characters</source>
        <translation>超过 %1 个字符</translation>
    </message>
    <message>
        <source>It is not valid UTF-8</source>
        <translation>不是有效的 UTF-8</translation>
    </message>
    <message>
        <source>It has a control character</source>
        <translation>含有控制字符</translation>
    </message>
    <message>
        <source>%1: “%2” is not valid, expected %3</source>
        <translation>%1：“%2”无效，应为%3</translation>
    </message>
    <message>
        <source>a size such as 4096 or 1MiB</source>
        <translation>大小，例如 4096 或 1MiB</translation>
    </message>
    <message>
        <source>a time such as 30, 30s or 250ms</source>
        <translation>时间，例如 30、30s 或 250ms</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>%1: %2 is out of range, expected %3 to %4</source>
        <translation>%1：%2 超出范围，应在 %3 到 %4 之间</translation>
    </message>
    <message>
        <source>a text that is not empty</source>
        <translation>非空文本</translation>
    </message>
    <message>
        <source>origins such as https://example.org, or *</source>
        <translation>来源，例如 https://example.org，或者 *</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Handshake</source>
        <translation>握手</translation>
    </message>
    <message>
        <source>Batching</source>
        <translation>批处理</translation>
    </message>
    <message>
        <source>“%1” is not a quantity</source>
        <translation>“%1”不是数量</translation>
    </message>
    <message>
        <source>There is no endpoint %1 here; WebSocket endpoints are: %2</source>
        <translation>There is no endpoint %1 here; WebSocket endpoints are: %2</translation>
    </message>
    <message>
        <source>There is no page here, only WebSocket endpoints: %1</source>
        <translation>There is no page here, only WebSocket endpoints: %1</translation>
    </message>
    <message>
        <source>The origin %1 is not allowed; add it to the option allowedOrigins.</source>
        <translation>The origin %1 is not allowed; add it to the option allowedOrigins.</translation>
    </message>
    <message>
        <source>The server is full: it serves %1 connections at a time.</source>
        <translation>The server is full: it serves %1 connections at a time.</translation>
    </message>
    <message>
        <source>Character %1, “%2”, is not a hexadecimal digit.</source>
        <translation>第 %1 个字符“%2”不是十六进制数字。</translation>
    </message>
    <message>
        <source>The last byte has only one digit.</source>
        <translation>最后一个字节只有一位数字。</translation>
    </message>
    <message>
        <source>%1 closed</source>
        <translation>已关闭 %1</translation>
    </message>
    <message>
        <source>%1 still to be told</source>
        <translation>还有 %1 个待通知</translation>
    </message>
    <message>
        <source>%1 had ended</source>
        <translation>%1 个已经结束</translation>
    </message>
    <message>
        <source>the only connection</source>
        <translation>唯一的连接</translation>
    </message>
    <message>
        <source>all %1 connections</source>
        <translation>全部 %1 个连接</translation>
    </message>
    <message>
        <source>the only member of</source>
        <translation>唯一的成员：</translation>
    </message>
    <message>
        <source>all %1 members of</source>
        <translation>全部 %1 个成员：</translation>
    </message>
    <message>
        <source>%1 selected connections</source>
        <translation>选中的 %1 个连接</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>one message</source>
        <translation>1 条消息</translation>
    </message>
    <message>
        <source>%1 messages</source>
        <translation>%1 条消息</translation>
    </message>
    <message>
        <source>%1, %2 ago</source>
        <translation>%1，%2前</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>关闭方</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>none given</source>
        <translation>未给出</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>%1, for %2</source>
        <translation>%1，持续 %2</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Client → server</source>
        <translation>客户端 → 服务器</translation>
    </message>
    <message>
        <source>Server → client</source>
        <translation>服务器 → 客户端</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>已丢弃</translation>
    </message>
    <message>
        <source>RTT</source>
        <translation>往返时延</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>尚未测量</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Subprotocol</source>
        <translation>子协议</translation>
    </message>
    <message>
        <source>Request fields</source>
        <translation>请求头字段</translation>
    </message>
    <message>
        <source>Reply fields</source>
        <translation>响应头字段</translation>
    </message>
    <message>
        <source>%1, earlier run</source>
        <translation>%1，上次运行</translation>
    </message>
    <message>
        <source>Refused handshake</source>
        <translation>被拒绝的握手</translation>
    </message>
    <message>
        <source>closing</source>
        <translation>正在关闭</translation>
    </message>
    <message>
        <source>slow consumer</source>
        <translation>慢消费者</translation>
    </message>
    <message>
        <source>open</source>
        <translation>已打开</translation>
    </message>
    <message>
        <source>refused, %1</source>
        <translation>已拒绝，%1</translation>
    </message>
    <message>
        <source>by the server</source>
        <translation>由服务器</translation>
    </message>
    <message>
        <source>by the operator</source>
        <translation>由操作员</translation>
    </message>
    <message>
        <source>by the client</source>
        <translation>由客户端</translation>
    </message>
    <message>
        <source>the client vanished</source>
        <translation>客户端消失</translation>
    </message>
    <message>
        <source>room %1</source>
        <translation>房间 %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>connections (%1)</source>
        <translation>连接（%1）</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>→ %1</source>
        <translation>→ %1</translation>
    </message>
    <message>
        <source>caused by %1</source>
        <translation>由 %1 引起</translation>
    </message>
    <message>
        <source>sent by the operator</source>
        <translation>由操作员发送</translation>
    </message>
    <message>
        <source>%1 new, %2 % of the buffer</source>
        <translation>新增 %1 条，占缓冲区的 %2 %</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <translation>丢失 %1 条</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>没有匹配</translation>
    </message>
    <message>
        <source>Records without the filter: %1.</source>
        <translation>不过滤时的记录数：%1。</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>New records behind the pause: %1.</source>
        <translation>暂停之后的新记录：%1。</translation>
    </message>
    <message>
        <source>Cleared</source>
        <translation>已清空</translation>
    </message>
    <message>
        <source>Records hidden: %1. New ones appear here.</source>
        <translation>隐藏的记录数：%1。新记录会显示在这里。</translation>
    </message>
    <message>
        <source>The server is stopped</source>
        <translation>服务器已停止</translation>
    </message>
    <message>
        <source>Start it, and what it receives and sends appears here.</source>
        <translation>启动服务器后，它收发的内容会显示在这里。</translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation>还没有消息</translation>
    </message>
    <message>
        <source>Connect a client to this URL, or use the test client (Alt+4).</source>
        <translation>请用客户端连接此 URL，或使用测试客户端 (Alt+4)。</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>已打开</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>joined</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>left</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>binary</source>
        <translation>二进制</translation>
    </message>
    <message>
        <source>ping</source>
        <translation>ping</translation>
    </message>
    <message>
        <source>pong</source>
        <translation>pong</translation>
    </message>
    <message>
        <source>close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>HTTP %1</source>
        <translation>HTTP %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>payload released to keep memory bounded</source>
        <translation>为限制内存，载荷已释放</translation>
    </message>
    <message>
        <source>one record lost</source>
        <translation>丢失 1 条记录</translation>
    </message>
    <message>
        <source>%1 records lost</source>
        <translation>丢失 %1 条记录</translation>
    </message>
    <message>
        <source>the log could not keep up; the server and its clients were not slowed down</source>
        <translation>日志跟不上；服务器和客户端并未因此变慢</translation>
    </message>
    <message>
        <source>%1  %2 → server</source>
        <translation>%1  %2 → 服务器</translation>
    </message>
    <message>
        <source>%1  server → %2</source>
        <translation>%1  服务器 → %2</translation>
    </message>
    <message>
        <source>Its payload of %1 was released to keep the log&apos;s memory bounded.</source>
        <translation>它的 %1 载荷已释放，以限制日志占用的内存。</translation>
    </message>
    <message>
        <source>Only the first %1 of %2 were kept.</source>
        <translation>只保留了 %2 中的前 %1。</translation>
    </message>
    <message>
        <source>dropped for %1</source>
        <translation>对 %1 已丢弃</translation>
    </message>
    <message>
        <source>%1, members: %2</source>
        <translation>%1，成员：%2</translation>
    </message>
    <message>
        <source>line %1, column %2: %3</source>
        <translation>第 %1 行第 %2 列：%3</translation>
    </message>
    <message>
        <source>↑ client → server</source>
        <translation>↑ 客户端 → 服务器</translation>
    </message>
    <message>
        <source>↓ server → client</source>
        <translation>↓ 服务器 → 客户端</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>服务器(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Connections</source>
        <translation>连接(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>日志(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Write it as ws://host:port/path or wss://host/path.</source>
        <translation>请写成 ws://主机:端口/路径 或 wss://主机/路径。</translation>
    </message>
    <message>
        <source>Check the host&apos;s name and the network.</source>
        <translation>请检查主机名和网络。</translation>
    </message>
    <message>
        <source>Start the server, or check the port.</source>
        <translation>请启动服务器，或检查端口。</translation>
    </message>
    <message>
        <source>Check the address, and whether a firewall is between.</source>
        <translation>请检查地址，以及中间是否有防火墙。</translation>
    </message>
    <message>
        <source>Check the certificate, or use ws:// if the server does not speak TLS.</source>
        <translation>请检查证书；如果服务器不支持 TLS，请使用 ws://。</translation>
    </message>
    <message>
        <source>Check the path, the origin and the headers; the server&apos;s log says why.</source>
        <translation>请检查路径、来源和请求头；服务器的日志说明了原因。</translation>
    </message>
    <message>
        <source>The server may have been killed or the network cut; connect again.</source>
        <translation>服务器可能已被终止或网络中断；请重新连接。</translation>
    </message>
    <message>
        <source>Connect again, or check the network.</source>
        <translation>请重新连接，或检查网络。</translation>
    </message>
    <message>
        <source>Not reconnecting: %1 tells clients to stay away.</source>
        <translation>不再重连：%1 要求客户端不要回来。</translation>
    </message>
    <message>
        <source>Not trying again: the answer would be the same.</source>
        <translation>不再尝试：结果会是一样的。</translation>
    </message>
    <message>
        <source>Header line %1: %2</source>
        <translation>请求头第 %1 行：%2</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Closing…</source>
        <translation>正在关闭…</translation>
    </message>
    <message>
        <source>Waiting to reconnect</source>
        <translation>等待重连</translation>
    </message>
    <message>
        <source>Subprotocol %1.</source>
        <translation>子协议 %1。</translation>
    </message>
    <message>
        <source>Closed %1</source>
        <translation>已关闭 %1</translation>
    </message>
    <message>
        <source>by you</source>
        <translation>由你</translation>
    </message>
    <message>
        <source>(the server vanished)</source>
        <translation>（服务器消失）</translation>
    </message>
    <message>
        <source>a colon is expected, as in “Name: value”</source>
        <translation>缺少冒号，应为“名称: 值”</translation>
    </message>
    <message>
        <source>the value has a control character</source>
        <translation>值中含有控制字符</translation>
    </message>
    <message>
        <source>this character is not base64</source>
        <translation>这个字符不属于 base64</translation>
    </message>
    <message>
        <source>this is not complete base64</source>
        <translation>base64 不完整</translation>
    </message>
    <message>
        <source>Empty message</source>
        <translation>空消息</translation>
    </message>
    <message>
        <source>Binary, %1</source>
        <translation>二进制，%1</translation>
    </message>
    <message>
        <source>Plain text, %1</source>
        <translation>纯文本，%1</translation>
    </message>
    <message>
        <source>Not JSON, %1</source>
        <translation>不是 JSON，%1</translation>
    </message>
    <message>
        <source>JSON, %1</source>
        <translation>JSON，%1</translation>
    </message>
    <message>
        <source>%1&#xa0;MiB</source>
        <translation>%1&#xa0;MiB</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <source>Only a GET can be upgraded to WebSocket.</source>
        <translation>Only a GET can be upgraded to WebSocket.</translation>
    </message>
    <message>
        <source>The request asks to upgrade, but Connection does not say so.</source>
        <translation>The request asks to upgrade, but Connection does not say so.</translation>
    </message>
    <message>
        <source>This server speaks version 13 of the WebSocket protocol only.</source>
        <translation>This server speaks version 13 of the WebSocket protocol only.</translation>
    </message>
    <message>
        <source>Sec-WebSocket-Key is not the base64 text of 16 bytes.</source>
        <translation>Sec-WebSocket-Key is not the base64 text of 16 bytes.</translation>
    </message>
    <message>
        <source>A request that asks to upgrade cannot have a body.</source>
        <translation>A request that asks to upgrade cannot have a body.</translation>
    </message>
    <message>
        <source>%1 lists more than %2 entries.</source>
        <translation>%1 lists more than %2 entries.</translation>
    </message>
    <message>
        <source>The filter is longer than %1 characters.</source>
        <translation>过滤器超过 %1 个字符。</translation>
    </message>
    <message>
        <source>The regular expression is not valid: %1.</source>
        <translation>正则表达式无效：%1。</translation>
    </message>
    <message>
        <source>There is no field “%1”.</source>
        <translation>没有字段“%1”。</translation>
    </message>
    <message>
        <source>There is no field “%1” here.</source>
        <translation>这里没有字段“%1”。</translation>
    </message>
    <message>
        <source>Text that is meant as it stands goes in quotes.</source>
        <translation>要按原样查找的文本请放在引号内。</translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>你是想输入“%1”吗？</translation>
    </message>
    <message>
        <source>“%1” is one of: %2.</source>
        <translation>“%1”应为以下之一：%2。</translation>
    </message>
    <message>
        <source>“%1” needs a value, as in %2.</source>
        <translation>“%1”需要一个值，例如 %2。</translation>
    </message>
    <message>
        <source>“%1” has no order: use : or =.</source>
        <translation>“%1”不能比较大小：请使用 : 或 =。</translation>
    </message>
    <message>
        <source>“%1” is no text: a regular expression does not fit.</source>
        <translation>“%1”不是文本：不能使用正则表达式。</translation>
    </message>
    <message>
        <source>This address is banned.</source>
        <translation>This address is banned.</translation>
    </message>
    <message>
        <source>This address is banned: %1</source>
        <translation>This address is banned: %1</translation>
    </message>
    <message>
        <source>the only connection that matches</source>
        <translation>唯一匹配的连接：</translation>
    </message>
    <message>
        <source>all %1 connections that match</source>
        <translation>全部 %1 个匹配的连接：</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>失败：%1</translation>
    </message>
    <message>
        <source>%1 sent</source>
        <translation>已发送 %1</translation>
    </message>
    <message>
        <source>%1 buffered</source>
        <translation>已缓冲 %1</translation>
    </message>
    <message>
        <source>%1 dropped</source>
        <translation>已丢弃 %1</translation>
    </message>
    <message>
        <source>%1 gone</source>
        <translation>已离开 %1</translation>
    </message>
    <message>
        <source>Time: %1</source>
        <translation>时间：%1</translation>
    </message>
    <message>
        <source>Action: %1</source>
        <translation>操作：%1</translation>
    </message>
    <message>
        <source>Target: %1</source>
        <translation>目标：%1</translation>
    </message>
    <message>
        <source>Details: %1</source>
        <translation>详情：%1</translation>
    </message>
    <message>
        <source>Outcome: %1</source>
        <translation>结果：%1</translation>
    </message>
    <message>
        <source>“until” is no time</source>
        <translation>“until”不是时间</translation>
    </message>
    <message>
        <source>%1 at byte %2</source>
        <translation>%1，位于第 %2 字节</translation>
    </message>
    <message>
        <source>there is no list “bans”</source>
        <translation>缺少列表“bans”</translation>
    </message>
    <message>
        <source>ban %1: %2</source>
        <translation>第 %1 项封禁：%2</translation>
    </message>
    <message>
        <source>it is larger than %1 bytes</source>
        <translation>大于 %1 字节</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>There can be %1 bans at most</source>
        <translation>最多只能有 %1 项封禁</translation>
    </message>
    <message>
        <source>Type the users to ban, one a line</source>
        <translation>请输入要封禁的用户，每行一个</translation>
    </message>
    <message>
        <source>Type the addresses or ranges to ban, one a line</source>
        <translation>请输入要封禁的地址或地址范围，每行一个</translation>
    </message>
    <message>
        <source>until lifted</source>
        <translation>直到解除</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation>%1，%2后</translation>
    </message>
    <message>
        <source>What helps</source>
        <translation>解决办法</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>%1 to %2, %3</source>
        <translation>%1 至 %2，%3</translation>
    </message>
    <message>
        <source>Rooms over time</source>
        <translation>房间历史</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>更早</translation>
    </message>
    <message>
        <source>one more</source>
        <translation>另外 1 次</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>另外 %1 次</translation>
    </message>
    <message>
        <source>nearly full</source>
        <translation>即将满</translation>
    </message>
    <message>
        <source>%1 % of %2</source>
        <translation>%2 的 %1 %</translation>
    </message>
    <message>
        <source>%1, nearly full</source>
        <translation>%1，即将满</translation>
    </message>
    <message>
        <source>%1, a slow consumer</source>
        <translation>%1，慢消费者</translation>
    </message>
    <message>
        <source>The request breaks the rules of HTTP or of the upgrade: the client, or a proxy before it, must be mended.</source>
        <translation>请求违反了 HTTP 或升级的规则：必须修正客户端或它前面的代理。</translation>
    </message>
    <message>
        <source>The page has no origin (a file or a sandbox); only * in the option allowedOrigins lets it in.</source>
        <translation>该页面没有来源（文件或沙盒）；只有选项 allowedOrigins 中的 * 才允许它连接。</translation>
    </message>
    <message>
        <source>Allow this origin: it is added to the option allowedOrigins. (%1)</source>
        <translation>允许此来源：把它添加到选项 allowedOrigins。(%1)</translation>
    </message>
    <message>
        <source>It is banned; end the ban to let it in.</source>
        <translation>它已被封禁；解除封禁后才能连接。</translation>
    </message>
    <message>
        <source>The client asked for a page: it must use a WebSocket URL, ws:// instead of http://.</source>
        <translation>客户端请求的是网页：它必须使用 WebSocket 的 URL，即用 ws:// 代替 http://。</translation>
    </message>
    <message>
        <source>The client must use one of these paths; the option examples adds more.</source>
        <translation>客户端必须使用这些路径之一；选项 examples 会增加更多路径。</translation>
    </message>
    <message>
        <source>The client must upgrade with GET.</source>
        <translation>客户端必须用 GET 升级。</translation>
    </message>
    <message>
        <source>The request came too slowly. For slow networks raise the options firstByteTimeout and headTimeout.</source>
        <translation>请求到达得太慢。网络较慢时，请调大选项 firstByteTimeout 和 headTimeout。</translation>
    </message>
    <message>
        <source>The client must speak WebSocket version 13 (RFC 6455).</source>
        <translation>客户端必须使用 WebSocket 协议第 13 版 (RFC 6455)。</translation>
    </message>
    <message>
        <source>Too many came from this address at once: the client should wait before it comes again.</source>
        <translation>此地址同时发来的请求过多：客户端应等待一段时间再连接。</translation>
    </message>
    <message>
        <source>The request&apos;s head is too large, most often because of cookies. The options maxHeadSize, maxHeadFields and maxHeadLine set the limits.</source>
        <translation>请求头部过大，最常见的原因是 Cookie。上限由选项 maxHeadSize、maxHeadFields 和 maxHeadLine 设置。</translation>
    </message>
    <message>
        <source>If the server was full, raise the option maxConnections; the client may come again after the time in Retry-After.</source>
        <translation>如果服务器已满，请调大选项 maxConnections；客户端可在 Retry-After 指定的时间之后再连接。</translation>
    </message>
    <message>
        <source>%1, one ping so far</source>
        <translation>%1，目前只有 1 次 ping</translation>
    </message>
    <message>
        <source>%1 now, %2 to %3 over the last %4 pings</source>
        <translation>当前 %1，最近 %4 次 ping 为 %2 至 %3</translation>
    </message>
    <message>
        <source>Line %1: %2.</source>
        <translation>第 %1 行：%2。</translation>
    </message>
    <message>
        <source>this is not a file of last messages</source>
        <translation>这不是“最后的消息”文件</translation>
    </message>
    <message>
        <source>a newer version wrote this file</source>
        <translation>此文件由更新的版本写入</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>文件是空的</translation>
    </message>
    <message>
        <source>an object is expected</source>
        <translation>此处应为一个对象</translation>
    </message>
    <message>
        <source>The file is larger than %1.</source>
        <translation>文件大于 %1。</translation>
    </message>
    <message>
        <source>searched %1 %</source>
        <translation>已搜索 %1 %</translation>
    </message>
    <message>
        <source>%1 marked</source>
        <translation>已标记 %1</translation>
    </message>
    <message>
        <source>%1 not captured</source>
        <translation>未捕获 %1</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>正在搜索</translation>
    </message>
    <message>
        <source>Records looked at: %1 % of %2.</source>
        <translation>已查看的记录：%2 条中的 %1 %。</translation>
    </message>
    <message>
        <source>Δ previous</source>
        <translation>Δ 上一行</translation>
    </message>
    <message>
        <source>Δ #%1</source>
        <translation>Δ #%1</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Seconds since the row above</source>
        <translation>距上一行的秒数</translation>
    </message>
    <message>
        <source>Seconds since #%1, the time reference</source>
        <translation>距时间参考 #%1 的秒数</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>本地时间</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 以及另外 %2 个</translation>
    </message>
    <message>
        <source>text of 1 byte</source>
        <translation>1 字节的文本</translation>
    </message>
    <message>
        <source>text of %1 bytes</source>
        <translation>%1 字节的文本</translation>
    </message>
    <message>
        <source>binary of 1 byte</source>
        <translation>1 字节的二进制</translation>
    </message>
    <message>
        <source>binary of %1 bytes</source>
        <translation>%1 字节的二进制</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>直到 %1</translation>
    </message>
    <message>
        <source>(who is connected stays)</source>
        <translation>（已连接的保持连接）</translation>
    </message>
    <message>
        <source>all connections</source>
        <translation>所有连接</translation>
    </message>
    <message>
        <source>At %1: %2</source>
        <translation>第 %1 个字符处：%2</translation>
    </message>
    <message>
        <source>It has no filter yet.</source>
        <translation>还没有过滤器。</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Refused or abnormally closed</source>
        <translation>被拒绝或异常关闭</translation>
    </message>
    <message>
        <source>Not delivered to all</source>
        <translation>未送达全部接收者</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大消息</translation>
    </message>
    <message>
        <source>Binary</source>
        <translation>二进制</translation>
    </message>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>%1 after</source>
        <translation>%1之后</translation>
    </message>
    <message>
        <source>%1 before</source>
        <translation>%1之前</translation>
    </message>
    <message>
        <source>No difference: both payloads are the same, byte by byte.</source>
        <translation>没有差异：两个载荷逐字节相同。</translation>
    </message>
    <message>
        <source>No difference in the JSON: only spacing, escapes or the order of keys are not the same.</source>
        <translation>JSON 没有差异：只有空白、转义或键的顺序不同。</translation>
    </message>
    <message>
        <source>Compared with #%1, %2</source>
        <translation>与 #%1（%2）比较</translation>
    </message>
    <message>
        <source>one difference</source>
        <translation>1 处差异</translation>
    </message>
    <message>
        <source>%1 differences</source>
        <translation>%1 处差异</translation>
    </message>
    <message>
        <source>Only text and binary messages can be compared.</source>
        <translation>只能比较文本和二进制消息。</translation>
    </message>
    <message>
        <source>No previous message of this type is in the log.</source>
        <translation>日志中没有这种类型的上一条消息。</translation>
    </message>
    <message>
        <source>No message of this type is among the %1 records before it; the search goes no further.</source>
        <translation>在它之前的 %1 条记录中没有这种类型的消息；不再往前搜索。</translation>
    </message>
    <message>
        <source>No other row is marked. Mark the one to compare with (Ctrl+M).</source>
        <translation>没有标记其他行。请标记要与之比较的行 (Ctrl+M)。</translation>
    </message>
    <message>
        <source>The marked row is no message. Mark a text or binary message (Ctrl+M).</source>
        <translation>标记的行不是消息。请标记一条文本或二进制消息 (Ctrl+M)。</translation>
    </message>
    <message>
        <source>Nothing to compare: its payload was released to keep memory bounded.</source>
        <translation>没有可比较的内容：为限制内存，它的载荷已释放。</translation>
    </message>
    <message>
        <source>Nothing to compare with: the payload of #%1 was released to keep memory bounded.</source>
        <translation>没有可与之比较的内容：为限制内存，#%1 的载荷已释放。</translation>
    </message>
    <message>
        <source>Payloads of more than %1 are not compared.</source>
        <translation>超过 %1 的载荷不作比较。</translation>
    </message>
    <message>
        <source>Only the beginnings that were kept are compared.</source>
        <translation>只比较保留下来的开头部分。</translation>
    </message>
    <message>
        <source>%1 more differences are not listed.</source>
        <translation>另有 %1 处差异未列出。</translation>
    </message>
    <message>
        <source>A long list was compared place by place: what moved in it counts as changed.</source>
        <translation>较长的列表按位置逐项比较：其中移动过的内容算作更改。</translation>
    </message>
    <message>
        <source>%1… (%2 characters in all)</source>
        <translation>%1…（共 %2 个字符）</translation>
    </message>
    <message>
        <source>&amp;Rooms</source>
        <translation>房间(&amp;R)</translation>
    </message>
    <message>
        <source>%1 moved</source>
        <translation>已移动 %1</translation>
    </message>
    <message>
        <source>%1 not moved</source>
        <translation>未移动 %1</translation>
    </message>
    <message>
        <source>(from the next start on)</source>
        <translation>（下次启动起生效）</translation>
    </message>
    <message>
        <source>No difference in the lines: only one of the two ends with a line break.</source>
        <translation>各行没有差异：两者只有一个以换行符结尾。</translation>
    </message>
    <message>
        <source>“from” takes client, server, or the user who sent it.</source>
        <translation>“from” 接受 client、server 或发送它的用户。</translation>
    </message>
    <message>
        <source>“to” takes client, server, a room, or the user who alone got it.</source>
        <translation>“to” 接受 client、server、房间，或唯一收到它的用户。</translation>
    </message>
    <message>
        <source>For all records of a user&apos;s name, whichever way they went, write:</source>
        <translation>要查找某个用户的全部记录（不论方向），请写：</translation>
    </message>
    <message>
        <source>For a connection&apos;s number write:</source>
        <translation>要按连接编号查找，请写：</translation>
    </message>
    <message>
        <source>There is no field “%1” here. For a user&apos;s name or a connection&apos;s number write %2.</source>
        <translation>此处没有字段“%1”。要按用户名或连接编号查找，请写 %2。</translation>
    </message>
    <message>
        <source>one client closed</source>
        <translation>已关闭 1 个客户端</translation>
    </message>
    <message>
        <source>%1 clients closed</source>
        <translation>已关闭 %1 个客户端</translation>
    </message>
    <message>
        <source>one cut off</source>
        <translation>1 个被切断</translation>
    </message>
    <message>
        <source>%1 cut off</source>
        <translation>%1 个被切断</translation>
    </message>
    <message>
        <source>%1 joined</source>
        <translation>%1 个已加入</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 个已离开</translation>
    </message>
    <message>
        <source>No previous message of this type and connection is in the log.</source>
        <translation>日志中没有此类型且属于此连接的上一条消息。</translation>
    </message>
    <message>
        <source>No message of this type and connection is among the %1 records before it; the search goes no further.</source>
        <translation>它之前的 %1 条记录中没有此类型且属于此连接的消息；查找到此为止。</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>To</source>
        <translation>接收者</translation>
    </message>
    <message>
        <source>Caused by</source>
        <translation>起因于</translation>
    </message>
    <message>
        <source>the operator</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>接收者数</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>From</source>
        <translation>发送者</translation>
    </message>
    <message>
        <source>What was delivered here is not known: the records were lost.</source>
        <translation>此处投递了什么不得而知：记录已丢失。</translation>
    </message>
    <message>
        <source>An event of a connection; nothing was delivered.</source>
        <translation>这是连接的事件，没有投递任何内容。</translation>
    </message>
    <message>
        <source>Dropped: the buffer of the connection was full (maxBackpressure). In Connections, the filter dropped&gt;0 shows those that dropped something.</source>
        <translation>已丢弃：该连接的缓冲区已满（maxBackpressure）。在“连接”页用筛选 dropped&gt;0 可看到丢弃过消息的连接。</translation>
    </message>
    <message>
        <source>No open connection was there to receive it.</source>
        <translation>当时没有打开的连接可接收它。</translation>
    </message>
    <message>
        <source>Sent: the kernel took it, or it waits in a batch or buffer of the connection. Nobody confirms receipt.</source>
        <translation>已发送：内核已接收，或仍在连接的批次或缓冲区中等待。没有人确认收到。</translation>
    </message>
    <message>
        <source>The server received all of it.</source>
        <translation>服务器已完整收到。</translation>
    </message>
    <message>
        <source>What it sent because of it stands in rows of its own.</source>
        <translation>服务器因此发送的消息另有各自的行。</translation>
    </message>
</context>
<context>
    <name>signalbox::AboutDialog</name>
    <message>
        <source>Libraries</source>
        <translation>库</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>库</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>About Signalbox</source>
        <translation>关于 Signalbox</translation>
    </message>
    <message>
        <source>A WebSocket server, its switchboard and its test client.

Free software under the GNU General Public License, version 3 or later (GPL-3.0-or-later): you may use, change and pass it on under its terms. It comes without any warranty.</source>
        <translation>WebSocket 服务器、它的总控台和测试客户端。

自由软件，采用 GNU 通用公共许可证第 3 版或更新版本 (GPL-3.0-or-later)：你可以按其条款使用、修改和分发。本程序不提供任何担保。</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>复制版本信息</translation>
    </message>
    <message>
        <source>For a report: program, libraries and system</source>
        <translation>用于报告问题：程序、库和系统</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>signalbox::ActDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Do it (Ctrl+Enter)</source>
        <translation>执行 (Ctrl+Enter)</translation>
    </message>
</context>
<context>
    <name>signalbox::AddressRange</name>
    <message>
        <source>“%1” is not an address or a range like 192.0.2.0/24</source>
        <translation>“%1”不是地址，也不是 192.0.2.0/24 这样的地址范围</translation>
    </message>
    <message>
        <source>The prefix behind the / is a number from 0 to %1</source>
        <translation>/ 之后的前缀应为 0 到 %1 之间的数字</translation>
    </message>
</context>
<context>
    <name>signalbox::AllowOriginDialog</name>
    <message>
        <source>Allow this origin</source>
        <translation>允许此来源</translation>
    </message>
    <message>
        <source>allowedOrigins will be: %1</source>
        <translation>allowedOrigins 将变为：%1</translation>
    </message>
    <message>
        <source>Until now it was empty, which allows pages of the same host and, on loopback, of any local one. A list allows what is in it; the origins of those who are connected are added to it.</source>
        <translation>此前它为空，即允许同一主机的页面；在环回地址上，还允许任何本地页面。列表只允许其中列出的来源；当前已连接者的来源会一并添加进去。</translation>
    </message>
    <message>
        <source>Allow pages of %1 to connect?</source>
        <translation>允许 %1 的页面连接吗？</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>允许</translation>
    </message>
</context>
<context>
    <name>signalbox::AuditDialog</name>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>审计日志</translation>
    </message>
    <message>
        <source>Search any column</source>
        <translation>搜索任意列</translation>
    </message>
    <message>
        <source>Search the audit log</source>
        <translation>搜索审计日志</translation>
    </message>
    <message>
        <source>Any part of any column (Ctrl+F)</source>
        <translation>任意列的任意部分 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Details of the entry</source>
        <translation>条目详情</translation>
    </message>
    <message>
        <source>Write the entries that are listed into a file, as JSON Lines or CSV</source>
        <translation>将列出的条目以 JSON Lines 或 CSV 格式写入文件</translation>
    </message>
    <message>
        <source>Export the audit log</source>
        <translation>导出审计日志</translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl);;CSV (*.csv)</source>
        <translation>JSON Lines (*.jsonl);;CSV (*.csv)</translation>
    </message>
    <message>
        <source>Not exported: %1.</source>
        <translation>未导出：%1。</translation>
    </message>
    <message>
        <source>Select an entry to see all of it.</source>
        <translation>选择一个条目以查看其全部内容。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Exported %1 to %2.</source>
        <translation>已将 %1导出到 %2。</translation>
    </message>
    <message>
        <source>one entry</source>
        <translation>1 个条目</translation>
    </message>
    <message>
        <source>%1 entries</source>
        <translation>%1 个条目</translation>
    </message>
    <message>
        <source>No entry matches the search</source>
        <translation>没有符合搜索的条目</translation>
    </message>
    <message>
        <source>There is no entry yet</source>
        <translation>还没有条目</translation>
    </message>
</context>
<context>
    <name>signalbox::AuditFile</name>
    <message>
        <source>The folder %1 cannot be made</source>
        <translation>无法创建文件夹 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>signalbox::AuditLog</name>
    <message>
        <source>The audit log cannot be written (%1). Entries that wait in memory: %2; lost: %3.</source>
        <translation>无法写入审计日志 (%1)。在内存中等待的条目：%2；丢失：%3。</translation>
    </message>
</context>
<context>
    <name>signalbox::AuditModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Whom or what it was about; connections by number, with the user&apos;s id at that time</source>
        <translation>涉及谁或什么；连接以编号表示，并附当时的用户标识</translation>
    </message>
    <message>
        <source>How many connections it reached and how, or why it was not done</source>
        <translation>影响了多少个连接以及如何影响，或未能执行的原因</translation>
    </message>
</context>
<context>
    <name>signalbox::BanDialog</name>
    <message>
        <source>&amp;Users</source>
        <translation>用户(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Addresses and ranges</source>
        <translation>地址和范围(&amp;A)</translation>
    </message>
    <message>
        <source>Ban</source>
        <translation>封禁</translation>
    </message>
    <message>
        <source>for 10 minutes</source>
        <translation>10 分钟</translation>
    </message>
    <message>
        <source>for 1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>for 1 day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>until a time</source>
        <translation>到指定时间</translation>
    </message>
    <message>
        <source>until lifted</source>
        <translation>直到解除</translation>
    </message>
    <message>
        <source>Cannot join a room: closed with 4001 and the reason</source>
        <translation>不能加入房间：以 4001 和该原因关闭</translation>
    </message>
    <message>
        <source>Cannot connect: refused with 403 and the reason</source>
        <translation>不能连接：以 403 和该原因拒绝</translation>
    </message>
    <message>
        <source>Whom to ban, one a line</source>
        <translation>要封禁的对象，每行一个</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>封禁期限</translation>
    </message>
    <message>
        <source>The time until which the ban lasts</source>
        <translation>封禁持续到的时间</translation>
    </message>
    <message>
        <source>What they are told</source>
        <translation>对方会看到的内容</translation>
    </message>
    <message>
        <source>Un&amp;til</source>
        <translation>期限(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>原因(&amp;R)</translation>
    </message>
    <message>
        <source>That time is over already.</source>
        <translation>这个时间已经过去。</translation>
    </message>
    <message>
        <source>&amp;Close the %1 connections that match now (4001)</source>
        <translation>关闭目前匹配的 %1 个连接 (4001)(&amp;C)</translation>
    </message>
    <message>
        <source>Ban %1</source>
        <translation>封禁 %1 个</translation>
    </message>
    <message>
        <source>Banning…</source>
        <translation>正在封禁…</translation>
    </message>
    <message>
        <source>&amp;Close the one connection that matches now (4001)</source>
        <translation>关闭目前匹配的这 1 个连接 (4001)(&amp;C)</translation>
    </message>
</context>
<context>
    <name>signalbox::BanList</name>
    <message>
        <source>Nobody is to be banned</source>
        <translation>没有要封禁的对象</translation>
    </message>
    <message>
        <source>The ban would be over already</source>
        <translation>这个封禁已经过期</translation>
    </message>
    <message>
        <source>The reason is longer than %1 bytes</source>
        <translation>原因超过 %1 字节</translation>
    </message>
    <message>
        <source>There can be %1 bans at most</source>
        <translation>最多只能有 %1 个封禁</translation>
    </message>
    <message>
        <source>That ban is not in force any more</source>
        <translation>该封禁已不再生效</translation>
    </message>
</context>
<context>
    <name>signalbox::BanModel</name>
    <message>
        <source>user</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>When the ban was made</source>
        <translation>封禁的设置时间</translation>
    </message>
    <message>
        <source>What they are told</source>
        <translation>对方会看到的内容</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始</translation>
    </message>
</context>
<context>
    <name>signalbox::BanStore</name>
    <message>
        <source>The bans in %1 are not in force: it cannot be read (%2).</source>
        <translation>%1 中的封禁未生效：无法读取该文件（%2）。</translation>
    </message>
    <message>
        <source>The bans in %1 are not in force: it is broken (%2). It is kept as %3.</source>
        <translation>%1 中的封禁未生效：该文件已损坏（%2）。它已保留为 %3。</translation>
    </message>
    <message>
        <source>The bans cannot be kept in %1 (%2): they end with this program.</source>
        <translation>封禁无法保存到 %1（%2）：本程序退出后封禁即失效。</translation>
    </message>
</context>
<context>
    <name>signalbox::BansDialog</name>
    <message>
        <source>Ban…</source>
        <translation>封禁…</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>解除</translation>
    </message>
    <message>
        <source>Bans</source>
        <translation>封禁列表</translation>
    </message>
    <message>
        <source>Search bans</source>
        <translation>搜索封禁</translation>
    </message>
    <message>
        <source>Lift %1</source>
        <translation>解除 %1 个</translation>
    </message>
    <message>
        <source>They may come back at once (Delete)</source>
        <translation>对方可以立即回来 (Delete)</translation>
    </message>
    <message>
        <source>Select bans first</source>
        <translation>请先选择封禁</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Nobody is banned. A user who is banned cannot join a room, an address cannot connect.</source>
        <translation>没有任何封禁。被封禁的用户不能加入房间，被封禁的地址不能连接。</translation>
    </message>
    <message>
        <source>Any part of any column</source>
        <translation>任意列的任意部分</translation>
    </message>
    <message>
        <source>Ban users or addresses, whether they are connected or not</source>
        <translation>封禁用户或地址，无论是否已连接</translation>
    </message>
    <message>
        <source>No ban keeps %1 out any more.</source>
        <translation>已没有封禁阻止 %1。</translation>
    </message>
</context>
<context>
    <name>signalbox::CaptureDialog</name>
    <message>
        <source>Capture filter</source>
        <translation>捕获过滤器</translation>
    </message>
    <message>
        <source>The log keeps only new records that this filter accepts; the others are counted and gone. To hide rows and keep them, use the filter above the table.</source>
        <translation>日志只保留此过滤器接受的新记录；其他记录只计数，不保留。要隐藏行但保留记录，请使用表格上方的过滤器。</translation>
    </message>
    <message>
        <source>room:lobby -type:typing</source>
        <translation>room:lobby -type:typing</translation>
    </message>
    <message>
        <source>Capture only these</source>
        <translation>仅捕获这些</translation>
    </message>
    <message>
        <source>Capture everything</source>
        <translation>捕获全部</translation>
    </message>
    <message>
        <source>New records that this filter does not accept are not kept</source>
        <translation>此过滤器不接受的新记录不会保留</translation>
    </message>
    <message>
        <source>Write a filter first</source>
        <translation>请先写一个过滤器</translation>
    </message>
    <message>
        <source>Which records the log keeps (F1 tells how to say it)</source>
        <translation>日志保留哪些记录（按 F1 查看写法）</translation>
    </message>
</context>
<context>
    <name>signalbox::ChoiceDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>One client is connected.</source>
        <translation>有 1 个客户端已连接。</translation>
    </message>
    <message>
        <source>%1 clients are connected.</source>
        <translation>有 %1 个客户端已连接。</translation>
    </message>
    <message>
        <source>Nobody is connected any more.</source>
        <translation>已经没有客户端连接。</translation>
    </message>
</context>
<context>
    <name>signalbox::ClientConnection</name>
    <message>
        <source>The server reads too slowly: %1 bytes wait to be sent</source>
        <translation>服务器读取过慢：还有 %1 字节等待发送</translation>
    </message>
    <message>
        <source>A ping carries at most %1 bytes</source>
        <translation>一个 ping 最多携带 %1 字节</translation>
    </message>
    <message>
        <source>Only text, binary and ping frames can be sent</source>
        <translation>只能发送文本、二进制和 ping 帧</translation>
    </message>
    <message>
        <source>The text is not valid UTF-8; send it as binary</source>
        <translation>文本不是有效的 UTF-8；请以二进制发送</translation>
    </message>
</context>
<context>
    <name>signalbox::ClientEngine</name>
    <message>
        <source>There is a connection already; close it first</source>
        <translation>已经有一个连接；请先关闭它</translation>
    </message>
    <message>
        <source>The connection broke without a close frame</source>
        <translation>连接断开，没有收到关闭帧</translation>
    </message>
    <message>
        <source>Closed before the connection was open</source>
        <translation>在连接打开之前就已关闭</translation>
    </message>
    <message>
        <source>%1 may not be sent as a close code</source>
        <translation>%1 不能作为关闭码发送</translation>
    </message>
    <message>
        <source>The reason has %1 bytes, at most %2 fit into a close frame</source>
        <translation>原因有 %1 字节，关闭帧最多容纳 %2 字节</translation>
    </message>
    <message>
        <source>There is no connection to close</source>
        <translation>没有可关闭的连接</translation>
    </message>
    <message>
        <source>The connection is being closed already</source>
        <translation>连接已经在关闭</translation>
    </message>
    <message>
        <source>There is no open connection</source>
        <translation>没有打开的连接</translation>
    </message>
</context>
<context>
    <name>signalbox::ClientLogModel</name>
    <message>
        <source>binary</source>
        <translation>二进制</translation>
    </message>
    <message>
        <source>ping</source>
        <translation>ping</translation>
    </message>
    <message>
        <source>pong</source>
        <translation>pong</translation>
    </message>
    <message>
        <source>close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>↑ client → server, ↓ server → client, or what happened</source>
        <translation>↑ 客户端 → 服务器，↓ 服务器 → 客户端，或发生的事件</translation>
    </message>
    <message>
        <source>From a message to its reply, matched by `id`; of a pong, the round trip</source>
        <translation>从消息到回复的时间，按 `id` 匹配；对 pong 则是往返时延</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>↑↓</source>
        <translation>↑↓</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>%1 after its request</source>
        <translation>请求之后 %1</translation>
    </message>
    <message>
        <source>Only the first %1 of %2 were kept.</source>
        <translation>只保留了 %2 中的前 %1。</translation>
    </message>
</context>
<context>
    <name>signalbox::ClientSession</name>
    <message>
        <source>connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>A message already waits for the connection.</source>
        <translation>已有一条消息在等待连接。</translation>
    </message>
    <message>
        <source>The connection is being closed; send when it has ended.</source>
        <translation>连接正在关闭；请在结束后再发送。</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>one record found no room in the buffer</source>
        <translation>1 条记录放不进缓冲区</translation>
    </message>
    <message>
        <source>%1 records found no room in the buffer</source>
        <translation>%1 条记录放不进缓冲区</translation>
    </message>
</context>
<context>
    <name>signalbox::CloseChoice</name>
    <message>
        <source>A code is 1000–1003, 1007–1014 or 3000–4999.</source>
        <translation>关闭码为 1000–1003、1007–1014 或 3000–4999。</translation>
    </message>
    <message>
        <source>The reason is %1 bytes too long.</source>
        <translation>原因超出 %1 字节。</translation>
    </message>
    <message>
        <source>Close the connection</source>
        <translation>关闭连接</translation>
    </message>
    <message>
        <source>Close with a code</source>
        <translation>以关闭码关闭</translation>
    </message>
    <message>
        <source>Close code</source>
        <translation>关闭码</translation>
    </message>
    <message>
        <source>One of the list, or any number from 3000 to 4999</source>
        <translation>从列表选择，或输入 3000 到 4999 之间的数字</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>What the server gets to read; at most %1 bytes in UTF-8</source>
        <translation>服务器会读到的内容；UTF-8 最多 %1 字节</translation>
    </message>
    <message>
        <source>Bytes of the reason</source>
        <translation>原因的字节数</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>关闭码</translation>
    </message>
    <message>
        <source>%1 of %2 bytes</source>
        <translation>%1 / %2 字节</translation>
    </message>
    <message>
        <source>The reason is one byte too long.</source>
        <translation>原因超出 1 字节。</translation>
    </message>
</context>
<context>
    <name>signalbox::CloseDialog</name>
    <message>
        <source>Close the console</source>
        <translation>关闭控制台</translation>
    </message>
    <message>
        <source>The server can go on serving without its window; the icon in the tray brings the window back.</source>
        <translation>服务器可以在没有窗口时继续服务；点击托盘图标可重新打开窗口。</translation>
    </message>
    <message>
        <source>Closing the window ends the server: everyone is closed with 1001 Going Away after unsent messages were delivered.</source>
        <translation>关闭窗口会结束服务器：未发送的消息投递完后，所有连接以 1001 Going Away 关闭。</translation>
    </message>
    <message>
        <source>Keep serving</source>
        <translation>继续服务</translation>
    </message>
    <message>
        <source>Stop gracefully and quit</source>
        <translation>平稳停止并退出</translation>
    </message>
</context>
<context>
    <name>signalbox::Closing</name>
    <message>
        <source>Signalbox serves %1</source>
        <translation>Signalbox 正在服务 %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ColourRuleForm</name>
    <message>
        <source>Use this rule</source>
        <translation>使用此规则</translation>
    </message>
    <message>
        <source>Name of the rule</source>
        <translation>规则的名称</translation>
    </message>
    <message>
        <source>The tool tips of the rows that it colours name it</source>
        <translation>被它着色的行会在工具提示中显示此名称</translation>
    </message>
    <message>
        <source>Filter of the rule</source>
        <translation>规则的过滤器</translation>
    </message>
    <message>
        <source>type:error or length&gt;1k</source>
        <translation>type:error or length&gt;1k</translation>
    </message>
    <message>
        <source>Which rows it colours, in the language of the log&apos;s filter</source>
        <translation>给哪些行着色，写法与日志的过滤器相同</translation>
    </message>
    <message>
        <source>Colour of the rule</source>
        <translation>规则的颜色</translation>
    </message>
    <message>
        <source>Of the bar at a row&apos;s start, and faintly of the row</source>
        <translation>用于行首的色条，并淡淡地用于整行</translation>
    </message>
    <message>
        <source>Off, the rule is kept and colours nothing (Space in the table)</source>
        <translation>关闭后，规则保留但不着色（在表格中按 Space）</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>过滤器(&amp;F)</translation>
    </message>
    <message>
        <source>C&amp;olour</source>
        <translation>颜色(&amp;O)</translation>
    </message>
    <message>
        <source>Not applied. %1</source>
        <translation>未应用。%1</translation>
    </message>
    <message>
        <source>Of a long payload the first %1 are looked at.</source>
        <translation>较长的载荷只查看前 %1。</translation>
    </message>
</context>
<context>
    <name>signalbox::ColourRulesDialog</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>恢复默认规则</translation>
    </message>
    <message>
        <source>Undo all changes</source>
        <translation>撤消所有更改</translation>
    </message>
    <message>
        <source>Colour rules</source>
        <translation>颜色规则</translation>
    </message>
    <message>
        <source>Colour rules, the first that matches wins</source>
        <translation>颜色规则，第一个匹配的生效</translation>
    </message>
    <message>
        <source>Refused or abnormally closed</source>
        <translation>被拒绝或异常关闭</translation>
    </message>
    <message>
        <source>violet</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>not applied: at 1: a value</source>
        <translation>未应用：第 1 个字符处：一个值</translation>
    </message>
    <message>
        <source>The first rule that matches a row of the log colours it: a bar at its start, and the row faintly.
The row&apos;s tool tip names the rule. Changes show at once.</source>
        <translation>第一个与日志行匹配的规则为该行着色：行首显示色条，整行淡淡着色。
行的工具提示会显示规则的名称。更改立即生效。</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>新规则</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1（副本）</translation>
    </message>
    <message>
        <source>There are %1 rules, no more are possible</source>
        <translation>已有 %1 条规则，不能再添加</translation>
    </message>
    <message>
        <source>Select a rule first</source>
        <translation>请先选择一条规则</translation>
    </message>
    <message>
        <source>Add a rule below the chosen one (Insert)</source>
        <translation>在选中的规则下方添加一条规则 (Insert)</translation>
    </message>
    <message>
        <source>Add a copy below the chosen one (Ctrl+D)</source>
        <translation>在选中的规则下方添加一份副本 (Ctrl+D)</translation>
    </message>
    <message>
        <source>Remove the chosen rule (Delete)</source>
        <translation>删除选中的规则 (Delete)</translation>
    </message>
    <message>
        <source>It is the first rule</source>
        <translation>这是第一条规则</translation>
    </message>
    <message>
        <source>Let the chosen rule come before the one above (Alt+Up)</source>
        <translation>将选中的规则移到上一条之前 (Alt+Up)</translation>
    </message>
    <message>
        <source>It is the last rule</source>
        <translation>这是最后一条规则</translation>
    </message>
    <message>
        <source>Let the one below come before the chosen rule (Alt+Down)</source>
        <translation>将选中的规则移到下一条之后 (Alt+Down)</translation>
    </message>
    <message>
        <source>These are the defaults</source>
        <translation>已经是默认规则</translation>
    </message>
    <message>
        <source>Put the rules that come with the program in the place of all of these</source>
        <translation>用程序自带的规则替换所有这些规则</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>没有任何更改</translation>
    </message>
    <message>
        <source>Put all rules back as they were when this opened</source>
        <translation>将所有规则恢复到打开此窗口时的样子</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Rules: %1 of %2</source>
        <translation>规则：%1 / %2</translation>
    </message>
</context>
<context>
    <name>signalbox::ColourRulesModel</name>
    <message>
        <source>not applied: %1</source>
        <translation>未应用：%1</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>过滤器</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>signalbox::ColumnCommands</name>
    <message>
        <source>Move column left</source>
        <translation>列左移</translation>
    </message>
    <message>
        <source>Move column right</source>
        <translation>列右移</translation>
    </message>
    <message>
        <source>Wider column</source>
        <translation>加宽列</translation>
    </message>
    <message>
        <source>Narrower column</source>
        <translation>缩窄列</translation>
    </message>
    <message>
        <source>Fit column to contents</source>
        <translation>列宽适合内容</translation>
    </message>
    <message>
        <source>Move “%1” to the left</source>
        <translation>将“%1”左移</translation>
    </message>
    <message>
        <source>Move “%1” to the right</source>
        <translation>将“%1”右移</translation>
    </message>
    <message>
        <source>Make “%1” wider</source>
        <translation>加宽“%1”</translation>
    </message>
    <message>
        <source>Make “%1” narrower</source>
        <translation>缩窄“%1”</translation>
    </message>
    <message>
        <source>Make “%1” as wide as what it shows now</source>
        <translation>让“%1”的宽度适合当前显示的内容</translation>
    </message>
    <message>
        <source>It is not shown</source>
        <translation>它没有显示</translation>
    </message>
    <message>
        <source>It is the first column</source>
        <translation>它是第一列</translation>
    </message>
    <message>
        <source>It is the last column</source>
        <translation>它是最后一列</translation>
    </message>
    <message>
        <source>It takes the room that the other columns leave</source>
        <translation>它占用其他列留下的空间</translation>
    </message>
</context>
<context>
    <name>signalbox::Composer</name>
    <message>
        <source>Snippets</source>
        <translation>常用消息</translation>
    </message>
    <message>
        <source>Ping</source>
        <translation>Ping</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Binary, as hex</source>
        <translation>二进制（十六进制）</translation>
    </message>
    <message>
        <source>Binary, as base64</source>
        <translation>二进制（base64）</translation>
    </message>
    <message>
        <source>How the message is written</source>
        <translation>消息的书写方式</translation>
    </message>
    <message>
        <source>How the message is written and sent</source>
        <translation>消息的书写和发送方式</translation>
    </message>
    <message>
        <source>Begin with one of the protocol&apos;s messages</source>
        <translation>从协议的一条消息开始</translation>
    </message>
    <message>
        <source>Message to send</source>
        <translation>要发送的消息</translation>
    </message>
    <message>
        <source>Write a message, or take one from Snippets. Ctrl+Enter sends it.</source>
        <translation>写一条消息，或从“常用消息”中选取。按 Ctrl+Enter 发送。</translation>
    </message>
    <message>
        <source>About the message</source>
        <translation>关于这条消息</translation>
    </message>
    <message>
        <source>Send a ping; its pong shows the round trip</source>
        <translation>发送 ping；它的 pong 显示往返时延</translation>
    </message>
    <message>
        <source>Send the message (Ctrl+Enter); the text stays</source>
        <translation>发送消息 (Ctrl+Enter)；文字会保留</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Connect and send</source>
        <translation>连接并发送</translation>
    </message>
</context>
<context>
    <name>signalbox::ConnectBar</name>
    <message>
        <source>Reconnect by itself</source>
        <translation>自动重连</translation>
    </message>
    <message>
        <source>Close with…</source>
        <translation>以关闭码关闭…</translation>
    </message>
    <message>
        <source>URL to connect to</source>
        <translation>要连接的 URL</translation>
    </message>
    <message>
        <source>ws:// or wss://; the list holds the last ones</source>
        <translation>ws:// 或 wss://；列表中是最近用过的</translation>
    </message>
    <message>
        <source>ws://host:port/path</source>
        <translation>ws://主机:端口/路径</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Subprotocols</source>
        <translation>子协议</translation>
    </message>
    <message>
        <source>Names to offer, separated by commas, the preferred one first</source>
        <translation>要提供的名称，用逗号分隔，首选的放在最前</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>请求头</translation>
    </message>
    <message>
        <source>Show the request&apos;s headers</source>
        <translation>显示请求头</translation>
    </message>
    <message>
        <source>Show and edit fields that are added to the request</source>
        <translation>显示和编辑附加在请求上的字段</translation>
    </message>
    <message>
        <source>Authorization: Bearer …
Origin: http://localhost:5173</source>
        <translation>Authorization: Bearer …
Origin: http://localhost:5173</translation>
    </message>
    <message>
        <source>Headers of the request, one a line</source>
        <translation>请求头，每行一个</translation>
    </message>
    <message>
        <source>After an end that you did not ask for, with growing delay</source>
        <translation>在不是你要求的断开之后重连，间隔逐渐变长</translation>
    </message>
    <message>
        <source>Connect to the URL, or end the connection with 1000</source>
        <translation>连接到该 URL，或以 1000 结束连接</translation>
    </message>
    <message>
        <source>Headers (%1)</source>
        <translation>请求头（%1）</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>断开</translation>
    </message>
    <message>
        <source>End the connection with a code and reason of your choice</source>
        <translation>以你选择的关闭码和原因结束连接</translation>
    </message>
    <message>
        <source>There is no open connection to close</source>
        <translation>没有打开的连接可关闭</translation>
    </message>
</context>
<context>
    <name>signalbox::ConnectionActions</name>
    <message>
        <source>Send…</source>
        <translation>发送…</translation>
    </message>
    <message>
        <source>Kick…</source>
        <translation>踢出…</translation>
    </message>
    <message>
        <source>Show in log</source>
        <translation>在日志中显示</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>复制编号</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Select connections first</source>
        <translation>请先选择连接</translation>
    </message>
    <message>
        <source>The selected connections have ended</source>
        <translation>选中的连接已经结束</translation>
    </message>
    <message>
        <source>Send to %1…</source>
        <translation>发送给 %1 个…</translation>
    </message>
    <message>
        <source>Send one message to the selected connections</source>
        <translation>向选中的连接发送一条消息</translation>
    </message>
    <message>
        <source>Kick %1…</source>
        <translation>踢出 %1 个…</translation>
    </message>
    <message>
        <source>End the selected connections</source>
        <translation>结束选中的连接</translation>
    </message>
    <message>
        <source>Ban…</source>
        <translation>封禁…</translation>
    </message>
    <message>
        <source>Put into a room…</source>
        <translation>加入房间…</translation>
    </message>
    <message>
        <source>Take out of a room…</source>
        <translation>移出房间…</translation>
    </message>
    <message>
        <source>Last messages…</source>
        <translation>最后的消息…</translation>
    </message>
    <message>
        <source>Allow this origin…</source>
        <translation>允许此来源…</translation>
    </message>
    <message>
        <source>Ban %1…</source>
        <translation>封禁 %1 个…</translation>
    </message>
    <message>
        <source>Keep the users or the addresses of the selected ones out</source>
        <translation>把选中项的用户或地址拒之门外</translation>
    </message>
    <message>
        <source>Put %1 into a room…</source>
        <translation>让 %1 个加入房间…</translation>
    </message>
    <message>
        <source>Let the selected connections join a room</source>
        <translation>让选中的连接加入一个房间</translation>
    </message>
    <message>
        <source>Take %1 out of a room…</source>
        <translation>将 %1 个移出房间…</translation>
    </message>
    <message>
        <source>The selected connections are in no room</source>
        <translation>选中的连接不在任何房间里</translation>
    </message>
    <message>
        <source>Let the selected connections leave a room</source>
        <translation>让选中的连接离开一个房间</translation>
    </message>
    <message>
        <source>Select one connection first</source>
        <translation>请先选择一个连接</translation>
    </message>
    <message>
        <source>Show only this connection in the log</source>
        <translation>在日志中仅显示此连接</translation>
    </message>
    <message>
        <source>Copy the ids of the selected connections</source>
        <translation>复制选中连接的编号</translation>
    </message>
    <message>
        <source>Copy the addresses of the selected connections</source>
        <translation>复制选中连接的地址</translation>
    </message>
    <message>
        <source>Add %1 to the option allowedOrigins</source>
        <translation>把 %1 添加到选项 allowedOrigins</translation>
    </message>
    <message>
        <source>Show the last messages of this connection, which can be saved</source>
        <translation>显示此连接的最后的消息，可以保存</translation>
    </message>
    <message>
        <source>It was refused before it could send a message</source>
        <translation>它在能够发送消息之前就被拒绝了</translation>
    </message>
    <message>
        <source>They are kept while a connection is open and when it ended abnormally</source>
        <translation>只有连接处于打开状态或异常结束时，才保留最后的消息</translation>
    </message>
    <message>
        <source>Select only one connection: it is about one at a time</source>
        <translation>请只选择一个连接：每次只能针对一个</translation>
    </message>
    <message>
        <source>Show room</source>
        <translation>显示房间</translation>
    </message>
    <message>
        <source>Show its ban…</source>
        <translation>显示其封禁…</translation>
    </message>
    <message>
        <source>Go to the refusal in the log</source>
        <translation>转到日志中的这次拒绝</translation>
    </message>
    <message>
        <source>It has ended, and left its rooms</source>
        <translation>它已结束，并已离开房间</translation>
    </message>
    <message>
        <source>It is in no room</source>
        <translation>它不在任何房间里</translation>
    </message>
    <message>
        <source>Go to the room that this connection is in</source>
        <translation>转到此连接所在的房间</translation>
    </message>
    <message>
        <source>A refused handshake has no id: it never became a connection</source>
        <translation>被拒绝的握手没有编号：它从未成为连接</translation>
    </message>
    <message>
        <source>Select one handshake that was refused because of a ban</source>
        <translation>请选择一个因封禁而被拒绝的握手</translation>
    </message>
    <message>
        <source>Open the bans with the one that keeps this address out</source>
        <translation>打开封禁列表，并选中阻止此地址的那一条</translation>
    </message>
    <message>
        <source>Select one handshake that was refused for its Origin</source>
        <translation>请选择一个因 Origin（来源）而被拒绝的握手</translation>
    </message>
</context>
<context>
    <name>signalbox::ConnectionColumns</name>
    <message>
        <source>Hide Path while all are the same</source>
        <translation>全部相同时隐藏“路径”列</translation>
    </message>
</context>
<context>
    <name>signalbox::ConnectionDetails</name>
    <message>
        <source>Reveal</source>
        <translation>显示机密</translation>
    </message>
    <message>
        <source>Show tokens, cookies and passwords of this handshake</source>
        <translation>显示这次握手中的令牌、Cookie 和密码</translation>
    </message>
    <message>
        <source>Details of the connection</source>
        <translation>连接详情</translation>
    </message>
    <message>
        <source>Hide secrets</source>
        <translation>隐藏机密</translation>
    </message>
    <message>
        <source>No connection selected</source>
        <translation>未选择连接</translation>
    </message>
    <message>
        <source>%1 connections selected</source>
        <translation>已选择 %1 个连接</translation>
    </message>
    <message>
        <source>Select a row to see its handshake, its traffic and, when it has ended, why.</source>
        <translation>选择一行，查看它的握手和流量；如果已结束，还有结束的原因。</translation>
    </message>
    <message>
        <source>Send and Kick act on those that are open.</source>
        <translation>“发送”和“踢出”作用于其中已打开的连接。</translation>
    </message>
    <message>
        <source>Buffered: %1, %2</source>
        <translation>已缓冲：%1，%2</translation>
    </message>
    <message>
        <source>RTT: %1</source>
        <translation>往返时延：%1</translation>
    </message>
</context>
<context>
    <name>signalbox::ConnectionModel</name>
    <message>
        <source>Bytes that wait because the client reads slowly</source>
        <translation>因客户端读取过慢而等待的字节</translation>
    </message>
    <message>
        <source>Messages in both directions since it opened</source>
        <translation>打开以来两个方向的消息数</translation>
    </message>
    <message>
        <source>Payload in both directions since it opened</source>
        <translation>打开以来两个方向的载荷</translation>
    </message>
    <message>
        <source>Time since the last message in either direction</source>
        <translation>距任一方向最后一条消息的时间</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>RTT</source>
        <translation>往返时延</translation>
    </message>
    <message>
        <source>Buffered</source>
        <translation>已缓冲</translation>
    </message>
    <message>
        <source>From client</source>
        <translation>来自客户端</translation>
    </message>
    <message>
        <source>To client</source>
        <translation>发往客户端</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息数</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>Round trip of the last heartbeat, and those before it as a line</source>
        <translation>最近一次心跳的往返时延，之前的以折线显示</translation>
    </message>
    <message>
        <source>%1: the client reads more slowly than it is sent to</source>
        <translation>%1：客户端的读取速度跟不上发送速度</translation>
    </message>
    <message>
        <source>The connection&apos;s number; it counts on and is never used again</source>
        <translation>连接的编号；依次递增，不会重复使用</translation>
    </message>
    <message>
        <source>The user&apos;s id that the client gave last</source>
        <translation>客户端最近给出的用户标识</translation>
    </message>
    <message>
        <source>The client&apos;s address and port</source>
        <translation>客户端的地址和端口</translation>
    </message>
    <message>
        <source>The path that the client asked for: its endpoint</source>
        <translation>客户端请求的路径，即它的端点</translation>
    </message>
    <message>
        <source>The rooms that it is in</source>
        <translation>它所在的房间</translation>
    </message>
    <message>
        <source>open, slow consumer, nearly full, closing, or how it ended</source>
        <translation>打开、慢消费者、即将满、正在关闭，或结束的方式</translation>
    </message>
    <message>
        <source>When it was opened or refused</source>
        <translation>打开或被拒绝的时间</translation>
    </message>
    <message>
        <source>client → server, messages a second: the mean of the last 5 seconds</source>
        <translation>客户端 → 服务器，每秒消息数：最近 5 秒的平均值</translation>
    </message>
    <message>
        <source>server → client, messages a second: the mean of the last 5 seconds</source>
        <translation>服务器 → 客户端，每秒消息数：最近 5 秒的平均值</translation>
    </message>
</context>
<context>
    <name>signalbox::ConnectionsPage</name>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>Search connections</source>
        <translation>搜索连接</translation>
    </message>
    <message>
        <source>Also list connections that ended and handshakes that were refused, the last %1 of each</source>
        <translation>同时列出已结束的连接和被拒绝的握手，各保留最近 %1 个</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Ended %1</source>
        <translation>已结束 %1</translation>
    </message>
    <message>
        <source>The server is stopped</source>
        <translation>服务器已停止</translation>
    </message>
    <message>
        <source>Nobody can connect until it is started.</source>
        <translation>启动之前，任何人都无法连接。</translation>
    </message>
    <message>
        <source>Nobody is connected</source>
        <translation>没有人连接</translation>
    </message>
    <message>
        <source>Connect a WebSocket client to this address, or try it out with the test client.</source>
        <translation>请用 WebSocket 客户端连接此地址，或用测试客户端试一试。</translation>
    </message>
    <message>
        <source>No connection matches</source>
        <translation>没有匹配的连接</translation>
    </message>
    <message>
        <source>Listed without the search: %1.</source>
        <translation>不搜索时列出：%1。</translation>
    </message>
    <message>
        <source>Act on &amp;matching…</source>
        <translation>对匹配的连接进行操作…</translation>
    </message>
    <message>
        <source>Open last messages…</source>
        <translation>打开最后的消息…</translation>
    </message>
    <message>
        <source>Ended: last %1 of %2</source>
        <translation>已结束：最近 %1 / %2</translation>
    </message>
    <message>
        <source>Show last messages that were saved to a file</source>
        <translation>显示已保存到文件中的最后的消息</translation>
    </message>
    <message>
        <source>Send to, move between rooms, ban or kick the connections that a filter means</source>
        <translation>向过滤器所指的连接发送消息、在房间之间移动、封禁或踢出它们</translation>
    </message>
    <message>
        <source>Show all connections again</source>
        <translation>重新显示所有连接</translation>
    </message>
    <message>
        <source>Search, or room:lobby</source>
        <translation>搜索，或 room:lobby</translation>
    </message>
    <message>
        <source>Words are searched in id, user names, address, path, rooms, state, origin, user agent, reason and who closed. Numbers and headers have fields: rtt&gt;20ms, header:… (Ctrl+F; F1 tells all)</source>
        <translation>在编号、用户名、地址、路径、房间、状态、来源、用户代理、原因和由谁关闭中查找词语。数字和请求头有字段：rtt&gt;20ms、header:…（Ctrl+F；F1 说明全部）</translation>
    </message>
    <message>
        <source>#%1 has ended and is not listed any more</source>
        <translation>#%1 已结束，不再列出</translation>
    </message>
    <message>
        <source>the refusal</source>
        <translation>这次拒绝</translation>
    </message>
    <message>
        <source>The search was cleared: it hid %1</source>
        <translation>已清除搜索：它隐藏了 %1</translation>
    </message>
    <message>
        <source>Ended connections are listed again: %1 is one</source>
        <translation>已重新列出已结束的连接：%1 是其中之一</translation>
    </message>
    <message>
        <source>The search was cleared, and ended connections are listed again: they hid %1</source>
        <translation>已清除搜索，并重新列出已结束的连接：它们隐藏了 %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ConsoleActions</name>
    <message>
        <source>&amp;Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Serve WebSocket clients</source>
        <translation>为 WebSocket 客户端提供服务</translation>
    </message>
    <message>
        <source>S&amp;top…</source>
        <translation>停止…</translation>
    </message>
    <message>
        <source>Stop the server, at once or gracefully</source>
        <translation>立即或平稳地停止服务器</translation>
    </message>
    <message>
        <source>&amp;Restart…</source>
        <translation>重新启动…</translation>
    </message>
    <message>
        <source>Stop the server and start it with the settings of now</source>
        <translation>停止服务器，并用现在的设置启动</translation>
    </message>
    <message>
        <source>Change &amp;port…</source>
        <translation>更改端口…</translation>
    </message>
    <message>
        <source>Choose another port in Settings</source>
        <translation>在“设置”中选择另一个端口</translation>
    </message>
    <message>
        <source>&amp;Broadcast…</source>
        <translation>广播…</translation>
    </message>
    <message>
        <source>&amp;Copy URL</source>
        <translation>复制 URL</translation>
    </message>
    <message>
        <source>Copy the address that clients connect to</source>
        <translation>复制客户端要连接的地址</translation>
    </message>
    <message>
        <source>Start a &amp;demo</source>
        <translation>开始演示</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Open test &amp;client</source>
        <translation>打开测试客户端</translation>
    </message>
    <message>
        <source>Connect to this server from here</source>
        <translation>从这里连接此服务器</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Show log &amp;below</source>
        <translation>在下方显示日志</translation>
    </message>
    <message>
        <source>Show the log below every page</source>
        <translation>在每一页下方显示日志</translation>
    </message>
    <message>
        <source>&amp;Clear the view</source>
        <translation>清空视图</translation>
    </message>
    <message>
        <source>Hide what is in the log now</source>
        <translation>隐藏日志中现有的内容</translation>
    </message>
    <message>
        <source>Remove ended connections and refused handshakes from the list</source>
        <translation>从列表中移除已结束的连接和被拒绝的握手</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Normal &amp;size</source>
        <translation>正常大小</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>重置布局</translation>
    </message>
    <message>
        <source>&amp;Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>&amp;About Signalbox</source>
        <translation>关于 Signalbox</translation>
    </message>
    <message>
        <source>Colours of the s&amp;ystem</source>
        <translation>跟随系统的颜色</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>&amp;Start on port %1</source>
        <translation>在端口 %1 启动</translation>
    </message>
    <message>
        <source>The server is starting or stopping</source>
        <translation>服务器正在启动或停止</translation>
    </message>
    <message>
        <source>&amp;Broadcast to all %1…</source>
        <translation>广播给全部 %1 个…</translation>
    </message>
    <message>
        <source>The server is not serving</source>
        <translation>服务器未在服务</translation>
    </message>
    <message>
        <source>Send one message to every connection</source>
        <translation>向每个连接发送一条消息</translation>
    </message>
    <message>
        <source>Nobody is connected</source>
        <translation>没有人连接</translation>
    </message>
    <message>
        <source>Stop the &amp;demo</source>
        <translation>停止演示</translation>
    </message>
    <message>
        <source>Disconnect the demo&apos;s clients; the server goes on</source>
        <translation>断开演示的客户端；服务器继续运行</translation>
    </message>
    <message>
        <source>Who is kept out, until when and why</source>
        <translation>谁被拒之门外、到何时、因为什么</translation>
    </message>
    <message>
        <source>&amp;Audit log…</source>
        <translation>审计日志…</translation>
    </message>
    <message>
        <source>What was done to the server and its connections, and with which outcome</source>
        <translation>对服务器及其连接做过哪些操作，结果如何</translation>
    </message>
    <message>
        <source>The server is stopped</source>
        <translation>服务器已停止</translation>
    </message>
    <message>
        <source>Forget &amp;ended ones</source>
        <translation>移除已结束的项</translation>
    </message>
    <message>
        <source>Put window, page, splitters, columns and switches back as they were at first</source>
        <translation>将窗口、页面、分隔条、列和开关恢复为最初的样子</translation>
    </message>
    <message>
        <source>&amp;Broadcast to 1…</source>
        <translation>广播给 1 个…</translation>
    </message>
    <message>
        <source>There is nothing to search on this page</source>
        <translation>此页没有可搜索的内容</translation>
    </message>
    <message>
        <source>Search or filter what this page lists</source>
        <translation>搜索或过滤此页列出的内容</translation>
    </message>
    <message>
        <source>No connection has ended, none was refused</source>
        <translation>没有已结束的连接，也没有被拒绝的握手</translation>
    </message>
    <message>
        <source>Watch 20 built-in clients chat in 3 rooms of their own (demo-lobby…)</source>
        <translation>观看 20 个内置客户端在它们自己的 3 个房间里聊天 (demo-lobby…)</translation>
    </message>
    <message>
        <source>Ba&amp;ns…</source>
        <translation>封禁列表…</translation>
    </message>
    <message>
        <source>Go to the &amp;rows</source>
        <translation>转到列表</translation>
    </message>
    <message>
        <source>This page lists nothing</source>
        <translation>此页没有列表</translation>
    </message>
    <message>
        <source>Take the keyboard to what this page lists</source>
        <translation>把键盘焦点移到此页的列表</translation>
    </message>
</context>
<context>
    <name>signalbox::ConsoleTray</name>
    <message>
        <source>Show the console</source>
        <translation>显示控制台</translation>
    </message>
    <message>
        <source>Stop gracefully and quit</source>
        <translation>平稳停止并退出</translation>
    </message>
</context>
<context>
    <name>signalbox::DataTable</name>
    <message>
        <source>Columns…</source>
        <translation>列…</translation>
    </message>
    <message>
        <source>Choose which columns are shown</source>
        <translation>选择要显示的列</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>重置列</translation>
    </message>
    <message>
        <source>It is the only column that is shown</source>
        <translation>它是唯一显示的列</translation>
    </message>
    <message>
        <source>Hide this column</source>
        <translation>隐藏此列</translation>
    </message>
    <message>
        <source>Show this column</source>
        <translation>显示此列</translation>
    </message>
</context>
<context>
    <name>signalbox::DeliveryModel</name>
    <message>
        <source>sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>buffered</source>
        <translation>已缓冲</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>已丢弃</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>已离开</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>投递</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>still to be told</source>
        <translation>尚待通知</translation>
    </message>
    <message>
        <source>had ended</source>
        <translation>已经结束</translation>
    </message>
    <message>
        <source>closed: the close frame was given to the network; still to be told: it waits because the client reads slowly; had ended: it was over already.</source>
        <translation>已关闭：关闭帧已交给网络；尚待通知：客户端读取缓慢，关闭帧在等待；已经结束：连接此前已结束。</translation>
    </message>
    <message>
        <source>sent: given to the network; buffered: waits because the client reads slowly; dropped: its buffer was full; gone: it had ended. Nobody confirms receipt.</source>
        <translation>已发送：已交给网络；已缓冲：因客户端读取过慢而等待；已丢弃：它的缓冲区已满；已离开：它已经结束。没有人确认收到。</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>已移动</translation>
    </message>
    <message>
        <source>moved, reads slowly</source>
        <translation>已移动，读取过慢</translation>
    </message>
    <message>
        <source>not moved</source>
        <translation>未移动</translation>
    </message>
    <message>
        <source>moved: the server has done it; moved, reads slowly: it was done, but the client is not told yet; not moved: nothing changed, Why tells the cause; had ended: it was over already.</source>
        <translation>已移动：服务器已完成；已移动，读取过慢：已完成，但尚未告知客户端；未移动：没有任何变化，“原因”列说明缘由；已经结束：它此前已结束。</translation>
    </message>
</context>
<context>
    <name>signalbox::DeliveryView</name>
    <message>
        <source>Delivery to each connection</source>
        <translation>对每个连接的投递</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>以及另外 %1 个</translation>
    </message>
</context>
<context>
    <name>signalbox::DifferenceModel</name>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>偏移</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
</context>
<context>
    <name>signalbox::DifferenceView</name>
    <message>
        <source>Looking for what to compare with… %1 %</source>
        <translation>正在查找比较对象… %1 %</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Give up looking</source>
        <translation>放弃查找</translation>
    </message>
    <message>
        <source>Go to #%1</source>
        <translation>转到 #%1</translation>
    </message>
    <message>
        <source>Choose the message that it is compared with</source>
        <translation>选中与之比较的消息</translation>
    </message>
    <message>
        <source>What it differs in from the previous message of its type: that which went the same way with the same type (without one, the same opcode), from the same client, to the same client, or in the same room. Rows that the filter hides count too. (Ctrl+Shift+D)</source>
        <translation>与同类型的上一条消息有何不同：即方向和类型（没有类型时为操作码）相同，且来自同一客户端、发往同一客户端或在同一房间中的消息。被过滤器隐藏的行也计算在内。(Ctrl+Shift+D)</translation>
    </message>
    <message>
        <source>What it is compared with</source>
        <translation>与什么比较</translation>
    </message>
    <message>
        <source>Copy the differences</source>
        <translation>复制差异</translation>
    </message>
    <message>
        <source>Copy all differences as text; Ctrl+C in the table copies those selected</source>
        <translation>将所有差异复制为文本；在表格中按 Ctrl+C 可复制选中的差异</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>~ changed</source>
        <translation>~ 更改</translation>
    </message>
    <message>
        <source>Previous of its type</source>
        <translation>同类型的上一条</translation>
    </message>
    <message>
        <source>Previous of the same connection</source>
        <translation>同一连接的上一条</translation>
    </message>
    <message>
        <source>Marked row</source>
        <translation>标记的行</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>Previous of its type: the same direction and type, from the same client, to the same client or in the same room.
Previous of the same connection: the same direction and type, from, to or caused by the same client, in any room.
Marked row: the nearest one above that is marked (Ctrl+M), else below.</source>
        <translation>同类型的上一条：方向和类型相同，来自同一客户端、发往同一客户端或在同一房间中。
同一连接的上一条：方向和类型相同，来自、发往同一客户端或由其引起，不限房间。
标记的行：上方最近的已标记行 (Ctrl+M)，没有时取下方的。</translation>
    </message>
    <message>
        <source>Select a message first.</source>
        <translation>请先选择一条消息。</translation>
    </message>
    <message>
        <source>The search was cancelled.</source>
        <translation>搜索已取消。</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>重新搜索</translation>
    </message>
    <message>
        <source>Look for the previous message of this type</source>
        <translation>查找这种类型的上一条消息</translation>
    </message>
</context>
<context>
    <name>signalbox::Drain</name>
    <message>
        <source>It did not close in time</source>
        <translation>它没有及时关闭</translation>
    </message>
</context>
<context>
    <name>signalbox::ExportFileField</name>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>HTTP archive</source>
        <translation>HTTP 存档</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>The file that is written</source>
        <translation>要写入的文件</translation>
    </message>
    <message>
        <source>Look for a place for the file</source>
        <translation>选择文件的存放位置</translation>
    </message>
    <message>
        <source>Name the file first.</source>
        <translation>请先为文件命名。</translation>
    </message>
    <message>
        <source>This is a folder: name a file in it.</source>
        <translation>这是一个文件夹：请指定其中的一个文件。</translation>
    </message>
    <message>
        <source>The folder does not exist.</source>
        <translation>文件夹不存在。</translation>
    </message>
    <message>
        <source>This file is there already and will be replaced.</source>
        <translation>此文件已存在，将被替换。</translation>
    </message>
    <message>
        <source>Export the log</source>
        <translation>导出日志</translation>
    </message>
</context>
<context>
    <name>signalbox::ExportForm</name>
    <message>
        <source>&amp;Shown: the rows of the table</source>
        <translation>显示的：表格中的行(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;elected rows</source>
        <translation>选中的行(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;All that is recorded</source>
        <translation>记录的全部内容(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Hide secrets</source>
        <translation>隐藏机密(&amp;H)</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Also what the filter and Clear hide, and what came behind a pause</source>
        <translation>还包括被过滤器和“清空”隐藏的，以及暂停期间到达的</translation>
    </message>
    <message>
        <source>What the filter accepts</source>
        <translation>过滤器接受的内容</translation>
    </message>
    <message>
        <source>The rows that were selected when this was opened</source>
        <translation>打开此窗口时选中的行</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>&amp;JSON Lines: one object a record, for programs</source>
        <translation>JSON Lines：每条记录一个对象，供程序使用(&amp;J)</translation>
    </message>
    <message>
        <source>Payloads are text, or base64 where they are binary or not UTF-8</source>
        <translation>载荷为文本；二进制或不是 UTF-8 时为 base64</translation>
    </message>
    <message>
        <source>&amp;CSV: one line a record, for spreadsheets</source>
        <translation>CSV：每条记录一行，供电子表格使用(&amp;C)</translation>
    </message>
    <message>
        <source>A text that a spreadsheet would take for a formula (= + - @) gets an apostrophe in front</source>
        <translation>电子表格会当作公式的文本（= + - @）前面会加上撇号</translation>
    </message>
    <message>
        <source>HA&amp;R: one entry a connection, for browsers&apos; developer tools</source>
        <translation>HAR：每个连接一个条目，供浏览器的开发者工具使用(&amp;R)</translation>
    </message>
    <message>
        <source>With the handshakes that are still known; what was published in a room has an entry of the room</source>
        <translation>包含仍然保留的握手；在房间中发布的内容归入该房间的条目</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Authorization, cookies, tokens in URLs, and values like &quot;password&quot;: &quot;…&quot; in messages</source>
        <translation>Authorization、cookie、URL 中的令牌，以及消息中诸如 &quot;password&quot;: &quot;…&quot; 的值</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>timestamp counts microseconds since 1970 (UTC); time is the same in ISO 8601, to the millisecond. Payloads keep their own, in milliseconds where they are of this server.</source>
        <translation>timestamp 是自 1970 年起的微秒数 (UTC)；time 是同一时刻的 ISO 8601 写法，精确到毫秒。载荷保留各自的时间戳，由本服务器写入的以毫秒为单位。</translation>
    </message>
</context>
<context>
    <name>signalbox::FilterBox</name>
    <message>
        <source>Filters</source>
        <translation>过滤器</translation>
    </message>
    <message>
        <source>Recent and saved filters, and how to write one (Alt+Down)</source>
        <translation>最近用过的和已保存的过滤器，以及过滤器的写法 (Alt+Down)</translation>
    </message>
    <message>
        <source>At %1: %2 The last valid filter stays in force.</source>
        <translation>第 %1 个字符处：%2 上一个有效的过滤器仍然生效。</translation>
    </message>
</context>
<context>
    <name>signalbox::FilterHelp</name>
    <message>
        <source>How to write a filter</source>
        <translation>过滤器的写法</translation>
    </message>
    <message>
        <source>the word, in any part</source>
        <translation>含有这个词，位置不限</translation>
    </message>
    <message>
        <source>words that belong together</source>
        <translation>作为一个整体的几个词</translation>
    </message>
    <message>
        <source>a regular expression; i: in any case</source>
        <translation>正则表达式；i：不区分大小写</translation>
    </message>
    <message>
        <source>the field holds it, in any case</source>
        <translation>字段包含该内容，不区分大小写</translation>
    </message>
    <message>
        <source>the field is exactly that; != it is not</source>
        <translation>字段与该内容完全相同；!= 表示不同</translation>
    </message>
    <message>
        <source>one of several numbers, or a range</source>
        <translation>多个数字之一，或一个范围</translation>
    </message>
    <message>
        <source>both</source>
        <translation>两者都满足</translation>
    </message>
    <message>
        <source>at least one of both; “and” binds first</source>
        <translation>两者至少满足其一；“and”优先结合</translation>
    </message>
    <message>
        <source>not</source>
        <translation>不满足</translation>
    </message>
    <message>
        <source>Fields (click an example to use it)</source>
        <translation>字段（单击示例即可使用）</translation>
    </message>
    <message>
        <source>a character by its number, as rows show it</source>
        <translation>用编号表示的字符，与行中显示的一致</translation>
    </message>
</context>
<context>
    <name>signalbox::FilterMenu</name>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近使用</translation>
    </message>
    <message>
        <source>Save this filter…</source>
        <translation>保存此过滤器…</translation>
    </message>
    <message>
        <source>There is no valid filter to save</source>
        <translation>没有可保存的有效过滤器</translation>
    </message>
    <message>
        <source>Remove a saved filter</source>
        <translation>删除已保存的过滤器</translation>
    </message>
    <message>
        <source>Forget the recent ones</source>
        <translation>清除最近使用的过滤器</translation>
    </message>
    <message>
        <source>How to write a filter (F1)</source>
        <translation>过滤器的写法 (F1)</translation>
    </message>
    <message>
        <source>Save this filter</source>
        <translation>保存此过滤器</translation>
    </message>
    <message>
        <source>Name of the filter %1:</source>
        <translation>过滤器 %1 的名称：</translation>
    </message>
    <message>
        <source>No filter is saved</source>
        <translation>没有保存的过滤器</translation>
    </message>
    <message>
        <source>Choose one that is not needed any more</source>
        <translation>选择一个不再需要的</translation>
    </message>
    <message>
        <source>No filter was used yet</source>
        <translation>还没有使用过过滤器</translation>
    </message>
    <message>
        <source>Empty the list of recent filters; saved ones stay</source>
        <translation>清空最近的过滤器列表；已保存的保留</translation>
    </message>
</context>
<context>
    <name>signalbox::FilterParser</name>
    <message>
        <source>There is no opening parenthesis for this one.</source>
        <translation>这个右括号没有对应的左括号。</translation>
    </message>
    <message>
        <source>Something to look for is missing at the end.</source>
        <translation>末尾缺少要查找的内容。</translation>
    </message>
    <message>
        <source>Something to look for is missing before the parenthesis.</source>
        <translation>括号前缺少要查找的内容。</translation>
    </message>
    <message>
        <source>Something to look for is missing before “%1”; to look for the word itself, put it in quotes.</source>
        <translation>“%1”前缺少要查找的内容；要查找这个词本身，请给它加上引号。</translation>
    </message>
    <message>
        <source>The parentheses are nested more than %1 deep.</source>
        <translation>括号嵌套超过 %1 层。</translation>
    </message>
    <message>
        <source>The closing parenthesis is missing.</source>
        <translation>缺少右括号。</translation>
    </message>
    <message>
        <source>There are more than %1 terms.</source>
        <translation>条件超过 %1 个。</translation>
    </message>
</context>
<context>
    <name>signalbox::FilterSuggestions</name>
    <message>
        <source>Suggestions</source>
        <translation>建议</translation>
    </message>
</context>
<context>
    <name>signalbox::FrontDoor</name>
    <message>
        <source>Another program listens on %1.</source>
        <translation>另一个程序正在监听 %1。</translation>
    </message>
    <message>
        <source>The system does not allow listening on %1.</source>
        <translation>系统不允许监听 %1。</translation>
    </message>
    <message>
        <source>This machine does not have the address %1.</source>
        <translation>这台计算机没有地址 %1。</translation>
    </message>
    <message>
        <source>Cannot listen on %1: %2.</source>
        <translation>无法监听 %1：%2。</translation>
    </message>
    <message>
        <source>“%1” is not an address to listen on.</source>
        <translation>“%1”不是可以监听的地址。</translation>
    </message>
    <message>
        <source>The server is stopping.</source>
        <translation>The server is stopping.</translation>
    </message>
    <message>
        <source>No request came within %1 ms.</source>
        <translation>No request came within %1 ms.</translation>
    </message>
    <message>
        <source>The request&apos;s head was not complete within %1 ms.</source>
        <translation>The request&apos;s head was not complete within %1 ms.</translation>
    </message>
    <message>
        <source>The request could not be upgraded.</source>
        <translation>The request could not be upgraded.</translation>
    </message>
    <message>
        <source>Too many connections wait to be upgraded: more than %1.</source>
        <translation>Too many connections wait to be upgraded: more than %1.</translation>
    </message>
</context>
<context>
    <name>signalbox::Handle</name>
    <message>
        <source>Border between the parts</source>
        <translation>各部分之间的边界</translation>
    </message>
    <message>
        <source>Drag it, or move it with the arrow keys</source>
        <translation>拖动它，或用方向键移动</translation>
    </message>
</context>
<context>
    <name>signalbox::JsonComparison</name>
    <message>
        <source>the whole value</source>
        <translation>整个值</translation>
    </message>
</context>
<context>
    <name>signalbox::JsonScanner</name>
    <message>
        <source>something follows after the end of the value</source>
        <translation>值结束之后还有内容</translation>
    </message>
    <message>
        <source>a key in double quotes is expected</source>
        <translation>此处应为双引号括起的键</translation>
    </message>
    <message>
        <source>a colon is expected after the key</source>
        <translation>键之后应有冒号</translation>
    </message>
    <message>
        <source>a comma or } is expected</source>
        <translation>此处应为逗号或 }</translation>
    </message>
    <message>
        <source>a comma or ] is expected</source>
        <translation>此处应为逗号或 ]</translation>
    </message>
    <message>
        <source>the text ends too early: %1</source>
        <translation>文本过早结束：%1</translation>
    </message>
    <message>
        <source>a control character inside a string must be escaped</source>
        <translation>字符串中的控制字符必须转义</translation>
    </message>
    <message>
        <source>four hexadecimal digits are expected after \u</source>
        <translation>\u 之后应有四位十六进制数字</translation>
    </message>
    <message>
        <source>this is not an escape that JSON knows</source>
        <translation>JSON 没有这种转义</translation>
    </message>
    <message>
        <source>a string is not closed</source>
        <translation>字符串没有结束</translation>
    </message>
    <message>
        <source>a digit is expected</source>
        <translation>此处应为数字</translation>
    </message>
    <message>
        <source>a number must not begin with 0</source>
        <translation>数字不能以 0 开头</translation>
    </message>
    <message>
        <source>a digit is expected after the point</source>
        <translation>小数点之后应为数字</translation>
    </message>
    <message>
        <source>a digit is expected in the exponent</source>
        <translation>指数中应为数字</translation>
    </message>
    <message>
        <source>a value is expected</source>
        <translation>此处应为一个值</translation>
    </message>
</context>
<context>
    <name>signalbox::JsonTreeModel</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>object, members: %1</source>
        <translation>对象，成员数：%1</translation>
    </message>
    <message>
        <source>array, elements: %1</source>
        <translation>数组，元素数：%1</translation>
    </message>
</context>
<context>
    <name>signalbox::KickDialog</name>
    <message>
        <source>Kick %1</source>
        <translation>踢出 %1 个</translation>
    </message>
    <message>
        <source>Kick</source>
        <translation>踢出</translation>
    </message>
    <message>
        <source>Close code</source>
        <translation>关闭码</translation>
    </message>
    <message>
        <source>End %1?</source>
        <translation>结束%1？</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>关闭码(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>原因(&amp;R)</translation>
    </message>
    <message>
        <source>Nobody is connected</source>
        <translation>没有人连接</translation>
    </message>
    <message>
        <source>Closing…</source>
        <translation>正在关闭…</translation>
    </message>
    <message>
        <source>A server closes with 1000–1002, 1007–1009, 1011, 1012, 1014 or 3000–4999.</source>
        <translation>服务器可用的关闭码为 1000–1002、1007–1009、1011、1012、1014 或 3000–4999。</translation>
    </message>
</context>
<context>
    <name>signalbox::LastMessagesDialog</name>
    <message>
        <source>Last messages (*.jsonl)</source>
        <translation>最后的消息 (*.jsonl)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>open at %1</source>
        <translation>%1 时处于打开状态</translation>
    </message>
    <message>
        <source>ended at %1: %2</source>
        <translation>于 %1 结束：%2</translation>
    </message>
    <message>
        <source>Last messages of %1</source>
        <translation>%1 的最后的消息</translation>
    </message>
    <message>
        <source>one record</source>
        <translation>1 条记录</translation>
    </message>
    <message>
        <source>%1 records</source>
        <translation>%1 条记录</translation>
    </message>
    <message>
        <source>No message was kept.</source>
        <translation>没有保留任何消息。</translation>
    </message>
    <message>
        <source>Last messages, oldest first</source>
        <translation>最后的消息，最早的在前</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Its payload of %1 was too long to be kept.</source>
        <translation>它的 %1 载荷过长，未能保留。</translation>
    </message>
    <message>
        <source>Save last messages</source>
        <translation>保存最后的消息</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>已保存到 %1</translation>
    </message>
    <message>
        <source>It could not be saved: %1</source>
        <translation>无法保存：%1</translation>
    </message>
    <message>
        <source>Open last messages</source>
        <translation>打开最后的消息</translation>
    </message>
    <message>
        <source>%1 cannot be shown.

%2</source>
        <translation>无法显示 %1。

%2</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Save them to a file that can be opened again; payloads as they were sent, secrets in them too (Ctrl+S)</source>
        <translation>保存到可以再次打开的文件；载荷按发送时的原样保存，其中的机密也一样 (Ctrl+S)</translation>
    </message>
</context>
<context>
    <name>signalbox::LastMessagesModel</name>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>To</source>
        <translation>接收数</translation>
    </message>
    <message>
        <source>Connection or room</source>
        <translation>连接或房间</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
</context>
<context>
    <name>signalbox::LogActions</name>
    <message>
        <source>&amp;Time</source>
        <translation>时间(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保留(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Mark or unmark rows</source>
        <translation>标记或取消标记行</translation>
    </message>
    <message>
        <source>&amp;Next mark</source>
        <translation>下一个标记</translation>
    </message>
    <message>
        <source>P&amp;revious mark</source>
        <translation>上一个标记</translation>
    </message>
    <message>
        <source>Time of &amp;day</source>
        <translation>当日时间</translation>
    </message>
    <message>
        <source>Since the row &amp;above</source>
        <translation>距上一行</translation>
    </message>
    <message>
        <source>Since the &amp;reference</source>
        <translation>距时间参考点</translation>
    </message>
    <message>
        <source>%1 records</source>
        <translation>%1 条记录</translation>
    </message>
    <message>
        <source>Now %1 in %2 of memory; payloads up to %3</source>
        <translation>现有 %1，占用内存 %2；载荷最多 %3</translation>
    </message>
    <message>
        <source>one record</source>
        <translation>1 条记录</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>The log is empty</source>
        <translation>日志为空</translation>
    </message>
    <message>
        <source>Write records into a file, as JSON Lines, CSV or HAR</source>
        <translation>将记录以 JSON Lines、CSV 或 HAR 格式写入文件</translation>
    </message>
    <message>
        <source>Select rows first</source>
        <translation>请先选择行</translation>
    </message>
    <message>
        <source>Mark the selected rows, or take their marks away</source>
        <translation>标记所选的行，或取消其标记</translation>
    </message>
    <message>
        <source>No row is shown</source>
        <translation>没有显示任何行</translation>
    </message>
    <message>
        <source>Count the times from the current row on</source>
        <translation>从当前行开始计时</translation>
    </message>
    <message>
        <source>No row is marked</source>
        <translation>没有标记任何行</translation>
    </message>
    <message>
        <source>No marked row is shown below this one</source>
        <translation>此行下方没有显示已标记的行</translation>
    </message>
    <message>
        <source>No marked row is shown above this one</source>
        <translation>此行上方没有显示已标记的行</translation>
    </message>
    <message>
        <source>Go to the next marked row</source>
        <translation>转到下一个已标记的行</translation>
    </message>
    <message>
        <source>Go to the marked row before this one</source>
        <translation>转到上一个已标记的行</translation>
    </message>
    <message>
        <source>C&amp;apture filter…</source>
        <translation>捕获过滤器…</translation>
    </message>
    <message>
        <source>&amp;Set as time reference</source>
        <translation>设为时间参考点</translation>
    </message>
</context>
<context>
    <name>signalbox::LogBar</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Keep the rows still; recording goes on (Ctrl+P)</source>
        <translation>行保持不动；记录继续进行 (Ctrl+P)</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Keep the newest row in sight (End in the table, Ctrl+End). Scrolling up or selecting a row ends it.</source>
        <translation>始终显示最新的行（在表格中按 End，或 Ctrl+End）。向上滚动或选择一行会结束跟随。</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Hide all rows; nothing is destroyed (Ctrl+K)</source>
        <translation>隐藏所有行；不会销毁任何内容 (Ctrl+K)</translation>
    </message>
    <message>
        <source>Show the rows that Clear has hidden</source>
        <translation>显示被“清空”隐藏的行</translation>
    </message>
    <message>
        <source>↑ client → server</source>
        <translation>↑ 客户端 → 服务器</translation>
    </message>
    <message>
        <source>Show what clients send</source>
        <translation>显示客户端发送的内容</translation>
    </message>
    <message>
        <source>↓ server → client</source>
        <translation>↓ 服务器 → 客户端</translation>
    </message>
    <message>
        <source>Show what the server sends</source>
        <translation>显示服务器发送的内容</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Show text and binary messages</source>
        <translation>显示文本和二进制消息</translation>
    </message>
    <message>
        <source>Control frames</source>
        <translation>控制帧</translation>
    </message>
    <message>
        <source>Show ping, pong and close frames</source>
        <translation>显示 ping、pong 和关闭帧</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Show connections that open, close or are refused, and rooms that are joined or left</source>
        <translation>显示连接的打开、关闭和拒绝，以及房间的加入和离开</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>&amp;Follow the newest</source>
        <translation>跟随最新</translation>
    </message>
    <message>
        <source>Filter the log</source>
        <translation>过滤日志</translation>
    </message>
    <message>
        <source>Records shown</source>
        <translation>显示的记录</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>仅 %1</translation>
    </message>
    <message>
        <source>Only %1; press to show everything</source>
        <translation>仅 %1；按下可显示全部</translation>
    </message>
    <message>
        <source>%1 Click to show everything again.</source>
        <translation>%1 单击可重新显示全部。</translation>
    </message>
    <message>
        <source>Show %1 hidden</source>
        <translation>显示隐藏的 %1 条</translation>
    </message>
    <message>
        <source>Filter: words, room:lobby, length&gt;1k, /regex/</source>
        <translation>过滤：词语、room:lobby、length&gt;1k、/regex/</translation>
    </message>
    <message>
        <source>All terms must hold; or, not and parentheses combine them. &quot;Double quotes&quot; keep words together. (Ctrl+F)</source>
        <translation>所有条件都必须成立；可用 or、not 和括号组合。&quot;双引号&quot;使词语保持在一起。(Ctrl+F)</translation>
    </message>
    <message>
        <source>Captures %1</source>
        <translation>捕获 %1</translation>
    </message>
    <message>
        <source>Capture filter: %1</source>
        <translation>捕获过滤器：%1</translation>
    </message>
    <message>
        <source>New records that this filter does not accept are not kept. Click to change it.</source>
        <translation>此过滤器不接受的新记录不会保留。单击可更改。</translation>
    </message>
</context>
<context>
    <name>signalbox::LogColours</name>
    <message>
        <source>C&amp;olour rules…</source>
        <translation>颜色规则…</translation>
    </message>
    <message>
        <source>Which rows of the log get which colour</source>
        <translation>日志中的哪些行使用哪种颜色</translation>
    </message>
</context>
<context>
    <name>signalbox::LogCopy</name>
    <message>
        <source>Rows that are in the text</source>
        <translation>已写入文本的行</translation>
    </message>
    <message>
        <source>Export selected…</source>
        <translation>导出选中的行…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Write the selected rows into a file instead</source>
        <translation>改为将选中的行写入文件</translation>
    </message>
    <message>
        <source>The clipboard stays as it is</source>
        <translation>剪贴板保持不变</translation>
    </message>
    <message>
        <source>Put this notice away</source>
        <translation>关闭此通知</translation>
    </message>
    <message>
        <source>Copying %1 rows</source>
        <translation>正在复制 %1 行</translation>
    </message>
    <message>
        <source>Copied %1 rows.</source>
        <translation>已复制 %1 行。</translation>
    </message>
    <message>
        <source>Nothing was copied; the clipboard is as it was.</source>
        <translation>没有复制任何内容；剪贴板保持原样。</translation>
    </message>
    <message>
        <source>Nothing was copied: the text of %1 rows is larger than %2, the most that goes onto the clipboard.</source>
        <translation>没有复制任何内容：%1 行的文本超过 %2，即剪贴板可容纳的上限。</translation>
    </message>
</context>
<context>
    <name>signalbox::LogDelivery</name>
    <message>
        <source>Delivery of the message</source>
        <translation>消息的投递</translation>
    </message>
</context>
<context>
    <name>signalbox::LogDifference</name>
    <message>
        <source>&amp;Difference to the previous of its type</source>
        <translation>与同类型上一条的差异</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Select a message first</source>
        <translation>请先选择一条消息</translation>
    </message>
    <message>
        <source>The filter or Clear hides it</source>
        <translation>它被过滤器或“清空”隐藏</translation>
    </message>
</context>
<context>
    <name>signalbox::LogJumps</name>
    <message>
        <source>Show connection</source>
        <translation>显示连接</translation>
    </message>
    <message>
        <source>Show room</source>
        <translation>显示房间</translation>
    </message>
    <message>
        <source>Show handshake</source>
        <translation>显示握手</translation>
    </message>
    <message>
        <source>Select a row first</source>
        <translation>请先选择一行</translation>
    </message>
    <message>
        <source>This row is about no single connection</source>
        <translation>此行不涉及单个连接</translation>
    </message>
    <message>
        <source>This refused handshake is not listed any more</source>
        <translation>这个被拒绝的握手不再列出</translation>
    </message>
    <message>
        <source>Connection #%1 is not listed any more</source>
        <translation>连接 #%1 不再列出</translation>
    </message>
    <message>
        <source>Show the request that the client connected with</source>
        <translation>显示客户端连接时的请求</translation>
    </message>
    <message>
        <source>A refused handshake has no connection: show the handshake</source>
        <translation>被拒绝的握手没有连接：请显示握手</translation>
    </message>
    <message>
        <source>Go to connection #%1</source>
        <translation>转到连接 #%1</translation>
    </message>
    <message>
        <source>Go to the room of this row</source>
        <translation>转到此行的房间</translation>
    </message>
    <message>
        <source>This row is about no room</source>
        <translation>此行不涉及房间</translation>
    </message>
    <message>
        <source>Nobody is in this room any more, so it is not listed</source>
        <translation>这个房间里已经没有人，因此不再列出</translation>
    </message>
</context>
<context>
    <name>signalbox::LogPage</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Select a row to see its payload.</source>
        <translation>选择一行以查看它的载荷。</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>The filter hides #%1.</source>
        <translation>过滤器隐藏了 #%1。</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>复制行</translation>
    </message>
    <message>
        <source>Show only %1</source>
        <translation>仅显示 %1</translation>
    </message>
    <message>
        <source>Show only “%1”</source>
        <translation>仅显示“%1”</translation>
    </message>
    <message>
        <source>Payloads are copied as they were sent, with the secrets in them; those in URLs of handshakes are hidden</source>
        <translation>载荷按发送时的原样复制，包括其中的机密；握手 URL 中的机密会被隐藏</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>投递</translation>
    </message>
    <message>
        <source>Whom it went to, and for how many of them it was sent or dropped</source>
        <translation>发给了谁，其中已发送和已丢弃各多少</translation>
    </message>
</context>
<context>
    <name>signalbox::LogPlaceholder</name>
    <message>
        <source>Reset the filter</source>
        <translation>重置过滤器</translation>
    </message>
    <message>
        <source>Show them again</source>
        <translation>重新显示</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>signalbox::LogScope</name>
    <message>
        <source>Shown: what %1 sent, what was sent to it and to the rooms it was in, and what others were told about it. Not shown: broadcasts to many outside of rooms.</source>
        <translation>显示的是：%1 发送的、发送给它和它所在房间的，以及别人收到的关于它的消息。不显示：房间之外发给多人的广播。</translation>
    </message>
    <message>
        <source>Shown: what was sent to and published in %1, and who joined or left it.</source>
        <translation>显示的是：发送到 %1 和在其中发布的，以及谁加入或离开了它。</translation>
    </message>
</context>
<context>
    <name>signalbox::LogWords</name>
    <message>
        <source>room %1</source>
        <translation>房间 %1</translation>
    </message>
</context>
<context>
    <name>signalbox::MatchingDialog</name>
    <message>
        <source>&amp;Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Act on matching connections</source>
        <translation>对匹配的连接进行操作</translation>
    </message>
    <message>
        <source>Which connections</source>
        <translation>哪些连接</translation>
    </message>
    <message>
        <source>For example room:lobby idle&gt;5min</source>
        <translation>例如 room:lobby idle&gt;5min</translation>
    </message>
    <message>
        <source>Which open connections are meant (F1 tells how to say it)</source>
        <translation>指的是哪些打开的连接（按 F1 查看写法）</translation>
    </message>
    <message>
        <source>Ask again who matches now</source>
        <translation>重新查询现在有哪些匹配</translation>
    </message>
    <message>
        <source>Say which connections are meant.</source>
        <translation>请说明指的是哪些连接。</translation>
    </message>
    <message>
        <source>Send to %1…</source>
        <translation>发送给 %1 个…</translation>
    </message>
    <message>
        <source>Kick %1…</source>
        <translation>踢出 %1 个…</translation>
    </message>
    <message>
        <source>No open connection matches</source>
        <translation>没有匹配的打开的连接</translation>
    </message>
    <message>
        <source>Go on to the message</source>
        <translation>继续填写消息</translation>
    </message>
    <message>
        <source>Put %1 into a room…</source>
        <translation>让 %1 个加入房间…</translation>
    </message>
    <message>
        <source>Go on to the room</source>
        <translation>继续选择房间</translation>
    </message>
    <message>
        <source>Take %1 out of a room…</source>
        <translation>将 %1 个移出房间…</translation>
    </message>
    <message>
        <source>Ban %1…</source>
        <translation>封禁 %1 个…</translation>
    </message>
    <message>
        <source>Go on to their users or addresses</source>
        <translation>继续选择其用户或地址</translation>
    </message>
    <message>
        <source>Go on to the close code and the reason</source>
        <translation>继续填写关闭码和原因</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Open connections that match: %1 of %2</source>
        <translation>匹配的打开的连接：%1 / %2</translation>
    </message>
    <message>
        <source>Say first which connections are meant</source>
        <translation>请先说明指的是哪些连接</translation>
    </message>
    <message>
        <source>None of them is in a room</source>
        <translation>它们都不在房间里</translation>
    </message>
</context>
<context>
    <name>signalbox::NoticeBar</name>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Until there is something else to say</source>
        <translation>直到有新的提示</translation>
    </message>
</context>
<context>
    <name>signalbox::NumberReader</name>
    <message>
        <source>A range has a number on at least one side of its dots.</source>
        <translation>范围的点号至少有一侧应为数字。</translation>
    </message>
    <message>
        <source>The range holds nothing: it ends before it begins.</source>
        <translation>范围是空的：终点在起点之前。</translation>
    </message>
    <message>
        <source>“%1” wants a number, such as %2.</source>
        <translation>“%1”需要数字，例如 %2。</translation>
    </message>
    <message>
        <source>“%1” wants a unit: %2.</source>
        <translation>“%1”需要单位：%2。</translation>
    </message>
    <message>
        <source>There is no unit “%1” here; the units are %2.</source>
        <translation>这里没有单位“%1”；可用的单位有 %2。</translation>
    </message>
</context>
<context>
    <name>signalbox::OptionRow</name>
    <message>
        <source>A size such as 4096, 64KiB or 1MiB</source>
        <translation>大小，例如 4096、64KiB 或 1MiB</translation>
    </message>
    <message>
        <source>A time such as 30, 30s, 250ms or 2min</source>
        <translation>时间，例如 30、30s、250ms 或 2min</translation>
    </message>
    <message>
        <source>Notice about %1</source>
        <translation>关于 %1 的提示</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Reset %1 to its default</source>
        <translation>把 %1 重置为默认值</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>It has its default</source>
        <translation>已是默认值</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>恢复为 %1</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>默认：%1</translation>
    </message>
</context>
<context>
    <name>signalbox::OptionStore</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>takes effect when the server starts</source>
        <translation>服务器启动时生效</translation>
    </message>
    <message>
        <source>takes effect at once</source>
        <translation>立即生效</translation>
    </message>
    <message>
        <source>takes effect after a restart of the server</source>
        <translation>服务器重新启动后生效</translation>
    </message>
    <message>
        <source>%1 · now in force: %2</source>
        <translation>%1 · 目前生效：%2</translation>
    </message>
    <message>
        <source>given on the command line, the settings keep %1</source>
        <translation>由命令行给出，设置中保存的是 %1</translation>
    </message>
    <message>
        <source>given by %1, the settings keep %2</source>
        <translation>由 %1 给出，设置中保存的是 %2</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>生效中</translation>
    </message>
</context>
<context>
    <name>signalbox::OrderHint</name>
    <message>
        <source>order held while pointing</source>
        <translation>指针悬停时保持顺序</translation>
    </message>
    <message>
        <source>The rows sort themselves again when the pointer leaves the list</source>
        <translation>指针离开列表后，行会重新排序</translation>
    </message>
</context>
<context>
    <name>signalbox::OriginPermission</name>
    <message>
        <source>The origin may connect now</source>
        <translation>该来源现在可以连接了</translation>
    </message>
</context>
<context>
    <name>signalbox::PayloadView</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Shown message</source>
        <translation>显示的消息</translation>
    </message>
    <message>
        <source>About the shown message</source>
        <translation>关于显示的消息</translation>
    </message>
    <message>
        <source>Notice about the shown message</source>
        <translation>关于显示的消息的提示</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>载荷</translation>
    </message>
    <message>
        <source>Copy the payload as it is shown</source>
        <translation>按显示的样子复制载荷</translation>
    </message>
    <message>
        <source>Show the whole payload</source>
        <translation>显示整个载荷</translation>
    </message>
    <message>
        <source>How the payload is shown</source>
        <translation>载荷的显示方式</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>树形</translation>
    </message>
    <message>
        <source>Indented JSON</source>
        <translation>缩进的 JSON</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>The text as it was sent; invisible characters are escaped</source>
        <translation>按发送的原样显示文本；不可见字符会转义</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>十六进制</translation>
    </message>
    <message>
        <source>The bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Only the beginning is shown.</source>
        <translation>只显示了开头部分。</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation>显示全部 %1</translation>
    </message>
    <message>
        <source>Not JSON, shown as it is: %1</source>
        <translation>不是 JSON，按原样显示：%1</translation>
    </message>
    <message>
        <source>Show the whole payload; a large one takes a moment</source>
        <translation>显示整个载荷；较大的载荷需要片刻</translation>
    </message>
    <message>
        <source>There is nothing to copy: no byte of a payload is here</source>
        <translation>没有可复制的内容：这里没有载荷的任何字节</translation>
    </message>
    <message>
        <source>Copied all %1</source>
        <translation>已复制全部 %1</translation>
    </message>
    <message>
        <source>Copied the %1 that were kept</source>
        <translation>已复制保留的 %1</translation>
    </message>
    <message>
        <source>JSON whose objects and arrays fold; its menu copies a value or its path</source>
        <translation>可折叠对象和数组的 JSON；其菜单可复制值或路径</translation>
    </message>
    <message>
        <source>Pretty</source>
        <translation>缩进</translation>
    </message>
    <message>
        <source>More ways to show it</source>
        <translation>更多显示方式</translation>
    </message>
    <message>
        <source>It becomes a tree when all is shown.</source>
        <translation>显示全部后将成为树形。</translation>
    </message>
    <message>
        <source>Indented, as it has too many values for a tree.</source>
        <translation>值太多，无法显示为树形，故以缩进显示。</translation>
    </message>
    <message>
        <source>Copy all of the payload in this form (a tree as indented JSON), also what is not shown. Secrets in it are copied too.</source>
        <translation>以此形式复制全部载荷（树形复制为缩进的 JSON），包括未显示的部分。其中的机密也会被复制。</translation>
    </message>
</context>
<context>
    <name>signalbox::ProgressRow</name>
    <message>
        <source>%1 of %2 · %3</source>
        <translation>%1 / %2 · %3</translation>
    </message>
    <message>
        <source>one record</source>
        <translation>1 条记录</translation>
    </message>
    <message>
        <source>%1 records</source>
        <translation>%1 条记录</translation>
    </message>
    <message>
        <source>Looking over the log: %1 %</source>
        <translation>正在查看日志：%1 %</translation>
    </message>
</context>
<context>
    <name>signalbox::QtLink</name>
    <message>
        <source>too many fragments</source>
        <translation>too many fragments</translation>
    </message>
    <message>
        <source>too many empty fragments</source>
        <translation>too many empty fragments</translation>
    </message>
</context>
<context>
    <name>signalbox::QtRequest</name>
    <message>
        <source>No request came within %1 ms.</source>
        <translation>No request came within %1 ms.</translation>
    </message>
    <message>
        <source>The request&apos;s head was not complete within %1 ms.</source>
        <translation>The request&apos;s head was not complete within %1 ms.</translation>
    </message>
    <message>
        <source>The request could not be upgraded.</source>
        <translation>The request could not be upgraded.</translation>
    </message>
</context>
<context>
    <name>signalbox::QuitDialog</name>
    <message>
        <source>Quit while the server is stopping</source>
        <translation>服务器正在停止时退出</translation>
    </message>
    <message>
        <source>The server is stopping gracefully. %1</source>
        <translation>服务器正在平稳停止。%1</translation>
    </message>
    <message>
        <source>Quit then: they get what was not sent yet, and Signalbox ends with the last of them.
Quit now: everyone is closed at once; what was not sent is lost.</source>
        <translation>停止后退出：它们会收到尚未发送的内容，Signalbox 在最后一个连接结束后退出。
立即退出：所有连接立即关闭；尚未发送的内容将丢失。</translation>
    </message>
    <message>
        <source>Quit then</source>
        <translation>停止后退出</translation>
    </message>
    <message>
        <source>Quit now</source>
        <translation>立即退出</translation>
    </message>
</context>
<context>
    <name>signalbox::Reader</name>
    <message>
        <source>“%1” is missing or not valid</source>
        <translation>“%1”缺失或无效</translation>
    </message>
</context>
<context>
    <name>signalbox::ReasonField</name>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>The reason does not fit into a close frame.</source>
        <translation>关闭帧放不下这个原因。</translation>
    </message>
    <message>
        <source>%1 of %2 bytes</source>
        <translation>%1 / %2 字节</translation>
    </message>
    <message>
        <source>Told to the client when its connection is closed</source>
        <translation>关闭连接时告知客户端的原因</translation>
    </message>
</context>
<context>
    <name>signalbox::RecipientList</name>
    <message>
        <source>Who is meant</source>
        <translation>对象名单</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>以及另外 %1 个</translation>
    </message>
</context>
<context>
    <name>signalbox::RequestHead</name>
    <message>
        <source>A line of the request&apos;s head is longer than %1 bytes.</source>
        <translation>A line of the request&apos;s head is longer than %1 bytes.</translation>
    </message>
    <message>
        <source>A line of the request&apos;s head ends without a carriage return.</source>
        <translation>A line of the request&apos;s head ends without a carriage return.</translation>
    </message>
    <message>
        <source>The request&apos;s head is larger than %1 bytes.</source>
        <translation>The request&apos;s head is larger than %1 bytes.</translation>
    </message>
    <message>
        <source>The request&apos;s head contains a NUL.</source>
        <translation>The request&apos;s head contains a NUL.</translation>
    </message>
    <message>
        <source>The request&apos;s head contains a carriage return inside a line.</source>
        <translation>The request&apos;s head contains a carriage return inside a line.</translation>
    </message>
    <message>
        <source>The first line of the request is not “METHOD /path HTTP/1.1”.</source>
        <translation>The first line of the request is not “METHOD /path HTTP/1.1”.</translation>
    </message>
    <message>
        <source>The request&apos;s version is not HTTP/1.1.</source>
        <translation>The request&apos;s version is not HTTP/1.1.</translation>
    </message>
    <message>
        <source>The request&apos;s target is not a path that begins with “/”.</source>
        <translation>The request&apos;s target is not a path that begins with “/”.</translation>
    </message>
    <message>
        <source>The request&apos;s head has a folded field.</source>
        <translation>The request&apos;s head has a folded field.</translation>
    </message>
    <message>
        <source>A field of the request&apos;s head is not “Name: value”.</source>
        <translation>A field of the request&apos;s head is not “Name: value”.</translation>
    </message>
    <message>
        <source>The request&apos;s head has more than %1 fields.</source>
        <translation>The request&apos;s head has more than %1 fields.</translation>
    </message>
    <message>
        <source>The request has no Host field, or more than one.</source>
        <translation>The request has no Host field, or more than one.</translation>
    </message>
    <message>
        <source>The request has more than one Content-Length field.</source>
        <translation>The request has more than one Content-Length field.</translation>
    </message>
    <message>
        <source>The request has both Content-Length and Transfer-Encoding.</source>
        <translation>The request has both Content-Length and Transfer-Encoding.</translation>
    </message>
    <message>
        <source>The request has more than one Origin field.</source>
        <translation>The request has more than one Origin field.</translation>
    </message>
</context>
<context>
    <name>signalbox::RoomDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Put into a room</source>
        <translation>加入房间</translation>
    </message>
    <message>
        <source>Take out of a room</source>
        <translation>移出房间</translation>
    </message>
    <message>
        <source>Put %1 in</source>
        <translation>让 %1 个加入</translation>
    </message>
    <message>
        <source>Take %1 out</source>
        <translation>移出 %1 个</translation>
    </message>
    <message>
        <source>Put %1 into a room</source>
        <translation>加入房间：%1</translation>
    </message>
    <message>
        <source>Take %1 out of a room</source>
        <translation>移出房间：%1</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>The room&apos;s name</source>
        <translation>房间的名称</translation>
    </message>
    <message>
        <source>&amp;Room</source>
        <translation>房间(&amp;R)</translation>
    </message>
    <message>
        <source>Nobody is connected</source>
        <translation>没有人连接</translation>
    </message>
    <message>
        <source>Type a name or choose a room; a new one opens</source>
        <translation>输入名称或选择房间；新名称会开设新房间</translation>
    </message>
    <message>
        <source>Type a name or choose a room</source>
        <translation>输入名称或选择房间</translation>
    </message>
    <message>
        <source>The last one is being carried out</source>
        <translation>上一个操作正在执行</translation>
    </message>
    <message>
        <source>Joining…</source>
        <translation>正在加入…</translation>
    </message>
    <message>
        <source>Leaving…</source>
        <translation>正在离开…</translation>
    </message>
</context>
<context>
    <name>signalbox::RoomMembers</name>
    <message>
        <source>Show in log</source>
        <translation>在日志中显示</translation>
    </message>
    <message>
        <source>Members of the room</source>
        <translation>房间的成员</translation>
    </message>
    <message>
        <source>No room selected</source>
        <translation>未选择房间</translation>
    </message>
    <message>
        <source>one member</source>
        <translation>1 个成员</translation>
    </message>
    <message>
        <source>%1 members</source>
        <translation>%1 个成员</translation>
    </message>
    <message>
        <source>Broadcast to %1…</source>
        <translation>广播给 %1 个…</translation>
    </message>
    <message>
        <source>Select a room first</source>
        <translation>请先选择房间</translation>
    </message>
    <message>
        <source>Send one message to every member</source>
        <translation>向每个成员发送一条消息</translation>
    </message>
    <message>
        <source>Nobody is in this room any more</source>
        <translation>这个房间里已经没有人了</translation>
    </message>
    <message>
        <source>Show only this room in the log</source>
        <translation>在日志中仅显示此房间</translation>
    </message>
    <message>
        <source>Show connections</source>
        <translation>显示连接</translation>
    </message>
    <message>
        <source>Broadcast to the room…</source>
        <translation>向房间广播…</translation>
    </message>
    <message>
        <source>List the members among the connections</source>
        <translation>在连接中列出成员</translation>
    </message>
    <message>
        <source>Select a room</source>
        <translation>选择一个房间</translation>
    </message>
    <message>
        <source>Its members are listed here.</source>
        <translation>此处列出其成员。</translation>
    </message>
</context>
<context>
    <name>signalbox::RoomModel</name>
    <message>
        <source>Room</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Messages/s</source>
        <translation>消息/秒</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>Last at</source>
        <translation>最后时间</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>最后一条消息</translation>
    </message>
    <message>
        <source>Connections that are in the room now</source>
        <translation>目前在该房间中的连接</translation>
    </message>
    <message>
        <source>Messages published since the room opened</source>
        <translation>房间开设以来发布的消息数</translation>
    </message>
    <message>
        <source>When the last message was published</source>
        <translation>最后一条消息的发布时间</translation>
    </message>
    <message>
        <source>Messages published to the room a second: the mean of the last 5 seconds</source>
        <translation>每秒发布到房间的消息数：最近 5 秒的平均值</translation>
    </message>
</context>
<context>
    <name>signalbox::RoomsPage</name>
    <message>
        <source>Rooms</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>Search rooms</source>
        <translation>搜索房间</translation>
    </message>
    <message>
        <source>Any part of the name (Ctrl+F)</source>
        <translation>名称的任意部分 (Ctrl+F)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>No room matches</source>
        <translation>没有匹配的房间</translation>
    </message>
    <message>
        <source>No rooms yet</source>
        <translation>还没有房间</translation>
    </message>
    <message>
        <source>Listed without the search: %1.</source>
        <translation>不搜索时列出：%1。</translation>
    </message>
    <message>
        <source>A room exists while somebody is in it. Clients join one with this message:</source>
        <translation>有人在里面时，房间才存在。客户端用这条消息加入：</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>Show all rooms again</source>
        <translation>重新显示所有房间</translation>
    </message>
    <message>
        <source>The server is stopped</source>
        <translation>服务器已停止</translation>
    </message>
    <message>
        <source>Start it: a room appears when the first client joins it.</source>
        <translation>请启动它：第一个客户端加入时房间就会出现。</translation>
    </message>
</context>
<context>
    <name>signalbox::RoundTripGraph</name>
    <message>
        <source>Round trips</source>
        <translation>往返时延</translation>
    </message>
</context>
<context>
    <name>signalbox::SendDialog</name>
    <message>
        <source>As &amp;chat_message</source>
        <translation>作为 chat_message(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>文本(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Binary (hex)</source>
        <translation>二进制（十六进制）(&amp;B)</translation>
    </message>
    <message>
        <source>Broadcast</source>
        <translation>广播</translation>
    </message>
    <message>
        <source>Send a message</source>
        <translation>发送消息</translation>
    </message>
    <message>
        <source>Broadcast to all %1</source>
        <translation>广播给全部 %1 个</translation>
    </message>
    <message>
        <source>Broadcast to %1</source>
        <translation>广播给 %1 个</translation>
    </message>
    <message>
        <source>Send to %1</source>
        <translation>发送给 %1 个</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>发给%1</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>What clients of rooms understand: the words are put into a chat_message from “%1”</source>
        <translation>房间的客户端能理解的形式：文字会放进来自“%1”的 chat_message</translation>
    </message>
    <message>
        <source>The text as it is</source>
        <translation>按原样发送文本</translation>
    </message>
    <message>
        <source>This is JSON already: Text sends it as it is</source>
        <translation>这已经是 JSON：选“文本”可按原样发送</translation>
    </message>
    <message>
        <source>%1 · chat_message from “%2”</source>
        <translation>%1 · 来自“%2”的 chat_message</translation>
    </message>
    <message>
        <source>%1 · not JSON (line %2, column %3: %4)</source>
        <translation>%1 · 不是 JSON（第 %2 行第 %3 列：%4）</translation>
    </message>
    <message>
        <source>%1 · valid JSON</source>
        <translation>%1 · 有效的 JSON</translation>
    </message>
    <message>
        <source>Words that the members get to read</source>
        <translation>成员会读到的文字</translation>
    </message>
    <message>
        <source>Nobody is connected</source>
        <translation>没有人连接</translation>
    </message>
    <message>
        <source>The last message is being sent</source>
        <translation>上一条消息正在发送</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>正在发送…</translation>
    </message>
    <message>
        <source>The bytes that the hexadecimal digits stand for</source>
        <translation>十六进制数字所表示的字节</translation>
    </message>
    <message>
        <source>Send it (Ctrl+Enter); the dialog stays</source>
        <translation>发送 (Ctrl+Enter)；对话框保持打开</translation>
    </message>
    <message>
        <source>Nobody is in this room any more</source>
        <translation>这个房间里已经没有人了</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>要发送的内容</translation>
    </message>
    <message>
        <source>There is nothing to send</source>
        <translation>没有可发送的内容</translation>
    </message>
</context>
<context>
    <name>signalbox::ServerEngine</name>
    <message>
        <source>The server is running already</source>
        <translation>服务器已在运行</translation>
    </message>
    <message>
        <source>The server is not running</source>
        <translation>服务器没有运行</translation>
    </message>
    <message>
        <source>There is no option %1</source>
        <translation>没有选项 %1</translation>
    </message>
    <message>
        <source>%1 takes effect when the server starts again</source>
        <translation>%1 在服务器再次启动时生效</translation>
    </message>
    <message>
        <source>The server is stopping already</source>
        <translation>服务器已经在停止</translation>
    </message>
    <message>
        <source>maxConnections is capped at %1: the system allows this process %2 descriptors</source>
        <translation>maxConnections 被限制为 %1：系统允许本进程使用 %2 个描述符</translation>
    </message>
    <message>
        <source>The server is not stopping</source>
        <translation>服务器没有在停止</translation>
    </message>
    <message>
        <source>The stop was cancelled: the server goes on serving</source>
        <translation>停止已取消：服务器继续服务</translation>
    </message>
</context>
<context>
    <name>signalbox::SettingsPage</name>
    <message>
        <source>No setting matches. Clear the search to see all.</source>
        <translation>没有匹配的设置。清除搜索可查看全部。</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>After a restart of the server: %1</source>
        <translation>服务器重新启动后生效：%1</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Colours of the window</source>
        <translation>窗口的颜色</translation>
    </message>
    <message>
        <source>Takes effect at once</source>
        <translation>立即生效</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>窗口的语言</translation>
    </message>
    <message>
        <source>Takes effect when Signalbox is started again</source>
        <translation>重新启动 Signalbox 后生效</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>搜索设置</translation>
    </message>
    <message>
        <source>Words of a setting&apos;s name, help or value (Ctrl+F)</source>
        <translation>设置的名称、说明或值中的词 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>signalbox::ShortcutsDialog</name>
    <message>
        <source>First and last row of a table</source>
        <translation>表格的第一行和最后一行</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Follow the newest row, in the log&apos;s table</source>
        <translation>在日志表格中跟随最新的行</translation>
    </message>
    <message>
        <source>Go to the row&apos;s connection, in a room&apos;s members</source>
        <translation>在房间成员中转到该行的连接</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Complete what is typed, in a filter</source>
        <translation>在过滤器中：补全输入</translation>
    </message>
    <message>
        <source>Recent and saved filters, in a filter</source>
        <translation>在过滤器中：最近的和已保存的过滤器</translation>
    </message>
    <message>
        <source>How to write a filter, in a filter</source>
        <translation>在过滤器中：如何编写过滤器</translation>
    </message>
    <message>
        <source>Lift the selected bans, in their list</source>
        <translation>在封禁列表中：解除所选的封禁</translation>
    </message>
    <message>
        <source>Save last messages, in their window</source>
        <translation>在最后的消息窗口中：保存</translation>
    </message>
    <message>
        <source>Next value of the details</source>
        <translation>详情的下一个值</translation>
    </message>
    <message>
        <source>Move a border between two parts, when Tab has reached it</source>
        <translation>用 Tab 选中边界后：移动两部分之间的边界</translation>
    </message>
    <message>
        <source>arrow keys, %1, %2</source>
        <translation>方向键、%1、%2</translation>
    </message>
    <message>
        <source>Send or kick, in its dialog</source>
        <translation>在对话框中发送或踢出</translation>
    </message>
    <message>
        <source>Send what was composed</source>
        <translation>发送已编写的消息</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Test client</source>
        <translation>测试客户端</translation>
    </message>
    <message>
        <source>Search an action or a key</source>
        <translation>搜索操作或按键</translation>
    </message>
    <message>
        <source>Search shortcuts</source>
        <translation>搜索快捷键</translation>
    </message>
    <message>
        <source>Words of an action, of a place or of its keys</source>
        <translation>操作、位置或按键中的文字</translation>
    </message>
    <message>
        <source>No shortcut matches</source>
        <translation>没有匹配的快捷键</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>signalbox::StatusLine</name>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Messages that did not fit into the buffers of slow clients</source>
        <translation>慢客户端的缓冲区放不下的消息</translation>
    </message>
    <message>
        <source>Records that the log could not keep up with; the messages themselves were delivered</source>
        <translation>日志没能跟上的记录；消息本身已经投递</translation>
    </message>
    <message>
        <source>%1 of %2 connections</source>
        <translation>%1 / %2 个连接</translation>
    </message>
    <message>
        <source>Messages dropped: %1</source>
        <translation>丢弃的消息：%1</translation>
    </message>
    <message>
        <source>Log records lost: %1</source>
        <translation>丢失的日志记录：%1</translation>
    </message>
    <message>
        <source>Open connections, and how many there may be (maxConnections)</source>
        <translation>打开的连接数，以及最多可有多少个 (maxConnections)</translation>
    </message>
    <message>
        <source>Messages a second that clients send</source>
        <translation>客户端每秒发送的消息数</translation>
    </message>
    <message>
        <source>Messages a second that the server sends, each receiver counted</source>
        <translation>服务器每秒发送的消息数，每个接收者分别计数</translation>
    </message>
    <message>
        <source>↑ client → server %1</source>
        <translation>↑ 客户端 → 服务器 %1</translation>
    </message>
    <message>
        <source>↓ server → client %1</source>
        <translation>↓ 服务器 → 客户端 %1</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
</context>
<context>
    <name>signalbox::StopDialog</name>
    <message>
        <source>Restart the server</source>
        <translation>重新启动服务器</translation>
    </message>
    <message>
        <source>Stop the server</source>
        <translation>停止服务器</translation>
    </message>
    <message>
        <source>Restart the server? %1</source>
        <translation>重新启动服务器？%1</translation>
    </message>
    <message>
        <source>Stop the server? %1</source>
        <translation>停止服务器？%1</translation>
    </message>
    <message>
        <source>Gracefully: no new connections, unsent messages are delivered, then everyone is closed with 1001 Going Away.
Now: everyone is closed with 1001 at once; what was not sent is lost.</source>
        <translation>平稳：不再接受新连接，投递未发送的消息，然后以 1001 Going Away 关闭所有连接。
立即：马上以 1001 关闭所有连接；未发送的内容会丢失。</translation>
    </message>
    <message>
        <source>Restart gracefully</source>
        <translation>平稳地重新启动</translation>
    </message>
    <message>
        <source>Stop gracefully</source>
        <translation>平稳停止</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>立即重新启动</translation>
    </message>
    <message>
        <source>Stop now</source>
        <translation>立即停止</translation>
    </message>
</context>
<context>
    <name>signalbox::StopProgress</name>
    <message>
        <source>Cancel, keep serving</source>
        <translation>取消，继续服务</translation>
    </message>
    <message>
        <source>Stop now</source>
        <translation>立即停止</translation>
    </message>
    <message>
        <source>The server is stopping</source>
        <translation>服务器正在停止</translation>
    </message>
    <message>
        <source>Connections that have ended</source>
        <translation>已经结束的连接</translation>
    </message>
    <message>
        <source>Clients can connect again; those that were told to go, go</source>
        <translation>客户端可以重新连接；已经通知离开的仍会离开</translation>
    </message>
    <message>
        <source>Ends those that are left; what was not sent to them is lost</source>
        <translation>结束剩余的连接；尚未发送给它们的内容会丢失</translation>
    </message>
    <message>
        <source>one connection is still there.</source>
        <translation>还有 1 个连接。</translation>
    </message>
    <message>
        <source>%1 connections are still there.</source>
        <translation>还有 %1 个连接。</translation>
    </message>
    <message>
        <source>Stop now…</source>
        <translation>立即停止…</translation>
    </message>
    <message>
        <source>End the connection that is left?</source>
        <translation>结束剩下的连接？</translation>
    </message>
    <message>
        <source>End the %1 connections that are left?</source>
        <translation>结束剩下的 %1 个连接？</translation>
    </message>
    <message>
        <source>They are closed with 1001 at once; what was not sent to them is lost.</source>
        <translation>它们会立即以 1001 关闭；尚未发送给它们的内容将丢失。</translation>
    </message>
    <message>
        <source>Stopping gracefully: %1 Time left: %2.</source>
        <translation>正在平稳停止：%1剩余时间：%2。</translation>
    </message>
</context>
<context>
    <name>signalbox::TestClientPage</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Log of the test client</source>
        <translation>测试客户端的日志</translation>
    </message>
    <message>
        <source>State of the test client</source>
        <translation>测试客户端的状态</translation>
    </message>
    <message>
        <source>About the connection</source>
        <translation>关于连接</translation>
    </message>
    <message>
        <source>Give up reconnecting</source>
        <translation>放弃重连</translation>
    </message>
    <message>
        <source>Cancel reconnecting</source>
        <translation>取消重连</translation>
    </message>
    <message>
        <source>Keep the newest row in sight (End)</source>
        <translation>始终显示最新的行 (End)</translation>
    </message>
    <message>
        <source>Empty this log</source>
        <translation>清空此日志</translation>
    </message>
    <message>
        <source>Nothing sent or received yet</source>
        <translation>还没有收发任何内容</translation>
    </message>
    <message>
        <source>Take a message from Snippets, and press Ctrl+Enter: it connects first.</source>
        <translation>从“常用消息”中选取一条，然后按 Ctrl+Enter：它会先连接。</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Disconnect first to connect to another URL.</source>
        <translation>要连接其他 URL，请先断开。</translation>
    </message>
    <message>
        <source>Next attempt (%1) in %2 s. %3</source>
        <translation>第 %1 次尝试将在 %2 秒后进行。%3</translation>
    </message>
    <message>
        <source>Select a row to see its payload.</source>
        <translation>选择一行以查看它的载荷。</translation>
    </message>
</context>
<context>
    <name>signalbox::TextComparison</name>
    <message>
        <source>word %1</source>
        <translation>第 %1 个词</translation>
    </message>
    <message>
        <source>line %1, word %2</source>
        <translation>第 %1 行第 %2 个词</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
</context>
<context>
    <name>signalbox::TopBar</name>
    <message>
        <source>Address of the server</source>
        <translation>服务器的地址</translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <translation>已停止：%1</translation>
    </message>
</context>
<context>
    <name>signalbox::WireLink</name>
    <message>
        <source>a frame stalled</source>
        <translation>a frame stalled</translation>
    </message>
    <message>
        <source>too many pings</source>
        <translation>too many pings</translation>
    </message>
</context>
<context>
    <name>std</name>
    <message>
        <source>Address to listen on.</source>
        <translation>监听的地址。</translation>
    </message>
    <message>
        <source>Port for WebSocket connections; 0 picks a free one.</source>
        <translation>WebSocket 连接的端口；0 表示自动选择空闲端口。</translation>
    </message>
    <message>
        <source>What carries the frames: wire is our own; wire-qt is the same on Qt&apos;s sockets, as on systems without epoll; qt is the stock QWebSocket, with its traps.</source>
        <translation>由什么承载帧：wire 是我们自己的实现；wire-qt 与它相同，但使用 Qt 的套接字，如同在没有 epoll 的系统上；qt 是原装的 QWebSocket，带有它的各种陷阱。</translation>
    </message>
    <message>
        <source>Language of the texts that clients get.</source>
        <translation>客户端收到的文本所用的语言。</translation>
    </message>
    <message>
        <source>Also serve the example endpoints /echo-json, /response, /prefix, /ack and /broadcast.</source>
        <translation>同时提供示例端点 /echo-json、/response、/prefix、/ack 和 /broadcast。</translation>
    </message>
    <message>
        <source>Origins that browsers may connect from, separated by commas; * allows all. Empty: the same host, and any loopback origin while bound to loopback.</source>
        <translation>浏览器可以从哪些来源连接，用逗号分隔；* 允许所有来源。留空：同一主机；绑定到环回地址时还有任意环回来源。</translation>
    </message>
    <message>
        <source>Connections at a time; more are refused with 503.</source>
        <translation>同时的连接数；超出的以 503 拒绝。</translation>
    </message>
    <message>
        <source>Largest message a client may send; a larger one is closed with 1009.</source>
        <translation>客户端可以发送的最大消息；更大的以 1009 关闭。</translation>
    </message>
    <message>
        <source>Fragments in one message; more are closed with 1008. 0: no limit.</source>
        <translation>一条消息的分片数；超出的以 1008 关闭。0：不限制。</translation>
    </message>
    <message>
        <source>Empty fragments in one message; more are closed with 1008.</source>
        <translation>一条消息中的空分片数；超出的以 1008 关闭。</translation>
    </message>
    <message>
        <source>Bytes buffered for a client that reads slowly.</source>
        <translation>为读取过慢的客户端缓冲的字节数。</translation>
    </message>
    <message>
        <source>What happens over that: close the connection with 4008, or drop the message.</source>
        <translation>超过之后怎么办：以 4008 关闭连接，或丢弃消息。</translation>
    </message>
    <message>
        <source>Pings that a client may send in a second; more are closed with 1008.</source>
        <translation>客户端每秒可以发送的 ping 数；超出的以 1008 关闭。</translation>
    </message>
    <message>
        <source>Rooms that one connection may be in.</source>
        <translation>一个连接可以加入的房间数。</translation>
    </message>
    <message>
        <source>Characters in a room&apos;s name or a user&apos;s id.</source>
        <translation>房间名或用户标识的字符数。</translation>
    </message>
    <message>
        <source>Time between two pings to each connection. 0: no pings.</source>
        <translation>对每个连接两次 ping 之间的时间。0：不发送 ping。</translation>
    </message>
    <message>
        <source>Time for the answer to a ping; without it the connection is closed with 4009.</source>
        <translation>等待 ping 应答的时间；没有应答则以 4009 关闭连接。</translation>
    </message>
    <message>
        <source>Time without a message in either direction until a connection is closed with 4010. 0: never.</source>
        <translation>任一方向都没有消息多久之后以 4010 关闭连接。0：从不。</translation>
    </message>
    <message>
        <source>Time for a client to answer a close; then the connection is terminated.</source>
        <translation>等待客户端应答关闭的时间；之后连接被终止。</translation>
    </message>
    <message>
        <source>Time for unsent messages when the server stops gracefully.</source>
        <translation>服务器平稳停止时，发送剩余消息的时间。</translation>
    </message>
    <message>
        <source>Time for a whole request head; then the answer is 408.</source>
        <translation>收完整个请求头部的时间；超时则回复 408。</translation>
    </message>
    <message>
        <source>Time for the first byte of a new connection; then the answer is 408.</source>
        <translation>新连接收到第一个字节的时间；超时则回复 408。</translation>
    </message>
    <message>
        <source>Time without a byte of a frame that has begun; then the connection is closed with 1008.</source>
        <translation>已开始的帧没有新字节的时间；超时则以 1008 关闭连接。</translation>
    </message>
    <message>
        <source>Largest request head; a larger one is refused with 431.</source>
        <translation>最大的请求头部；更大的以 431 拒绝。</translation>
    </message>
    <message>
        <source>Fields in a request head; more are refused with 431.</source>
        <translation>请求头部的字段数；超出的以 431 拒绝。</translation>
    </message>
    <message>
        <source>Longest line of a request head; a longer one is refused with 431.</source>
        <translation>请求头部最长的一行；更长的以 431 拒绝。</translation>
    </message>
    <message>
        <source>Messages that are gathered into one batch for a client of a JSON endpoint. 0: no batches.</source>
        <translation>为 JSON 端点的客户端汇集成一批的消息数。0：不分批。</translation>
    </message>
    <message>
        <source>Time after which a batch goes out even if it is not full.</source>
        <translation>即使一批未满，也在这段时间之后发出。</translation>
    </message>
    <message>
        <source>The user&apos;s id, whichever side the message came from.</source>
        <translation>用户标识，不论消息来自哪一方。</translation>
    </message>
    <message>
        <source>The number of the connection.</source>
        <translation>连接的编号。</translation>
    </message>
    <message>
        <source>Who got it: client, server, the only receiver&apos;s user, or the room.</source>
        <translation>由谁接收：client、server、唯一接收者的用户，或房间。</translation>
    </message>
    <message>
        <source>The type that a JSON message gives itself.</source>
        <translation>JSON 消息自身给出的类型。</translation>
    </message>
    <message>
        <source>The whole payload, not only the part that is shown.</source>
        <translation>整个载荷，而不只是显示的部分。</translation>
    </message>
    <message>
        <source>Bytes of the payload.</source>
        <translation>载荷的字节数。</translation>
    </message>
    <message>
        <source>Which way it went: client is client → server, server is server → client.</source>
        <translation>传输方向：client 表示客户端 → 服务器，server 表示服务器 → 客户端。</translation>
    </message>
    <message>
        <source>What the record is: a message, a control frame, or an event of a connection.</source>
        <translation>记录的种类：消息、控制帧或连接的事件。</translation>
    </message>
    <message>
        <source>The opcode of the frame.</source>
        <translation>帧的操作码。</translation>
    </message>
    <message>
        <source>How many connections a message of the server was for.</source>
        <translation>服务器的一条消息发给了多少个连接。</translation>
    </message>
    <message>
        <source>The number of the record in the log.</source>
        <translation>记录在日志中的编号。</translation>
    </message>
    <message>
        <source>The peer&apos;s address and port.</source>
        <translation>对端的地址和端口。</translation>
    </message>
    <message>
        <source>The path that the client asked for.</source>
        <translation>客户端请求的路径。</translation>
    </message>
    <message>
        <source>The Origin of the handshake.</source>
        <translation>握手的 Origin（来源）。</translation>
    </message>
    <message>
        <source>A field of the request&apos;s head: its name or its value.</source>
        <translation>请求头中的一个字段：它的名称或值。</translation>
    </message>
    <message>
        <source>How the connection is: open, slow, closing, closed or refused.</source>
        <translation>连接的状态：open、slow、closing、closed 或 refused。</translation>
    </message>
    <message>
        <source>The round trip of the last heartbeat.</source>
        <translation>最近一次心跳的往返时延。</translation>
    </message>
    <message>
        <source>Bytes not yet sent because the client reads slowly.</source>
        <translation>因客户端读取过慢而尚未发送的字节数。</translation>
    </message>
    <message>
        <source>Messages a second, both ways together.</source>
        <translation>每秒消息数，两个方向合计。</translation>
    </message>
    <message>
        <source>Messages since it opened, both ways together.</source>
        <translation>打开以来的消息数，两个方向合计。</translation>
    </message>
    <message>
        <source>Bytes of payload since it opened, both ways together.</source>
        <translation>打开以来的载荷字节数，两个方向合计。</translation>
    </message>
    <message>
        <source>Time since the last message in either direction.</source>
        <translation>距任一方向最后一条消息的时间。</translation>
    </message>
    <message>
        <source>Messages that did not reach their receiver because its buffer was full.</source>
        <translation>因接收者的缓冲区已满而未能送达的消息数。</translation>
    </message>
    <message>
        <source>The close code of an end.</source>
        <translation>结束时的关闭码。</translation>
    </message>
    <message>
        <source>The reason of an end, or the cause of a refusal.</source>
        <translation>结束的原因，或被拒绝的原因。</translation>
    </message>
    <message>
        <source>Whose doing an end was; nobody: the peer vanished.</source>
        <translation>由谁结束；nobody 表示对端消失。</translation>
    </message>
    <message>
        <source>The HTTP status of a refused handshake.</source>
        <translation>被拒绝的握手的 HTTP 状态码。</translation>
    </message>
    <message>
        <source>The room it was sent to or published in, joins and leaves included; of a connection, one of its rooms.</source>
        <translation>它发送到或发布到的房间，包括加入和离开；对于连接，是它所在的房间之一。</translation>
    </message>
    <message>
        <source>Who sent it: client, server, or a user whose doing it was. What it got, too, is found by user:.</source>
        <translation>谁发送的：client、server，或引起它的用户。要连同该用户收到的一起查找，请用 user:。</translation>
    </message>
</context>
</TS>
